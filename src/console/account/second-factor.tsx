import { Button, Code, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import qrcode from 'qrcode';
import { type FormEvent, useState } from 'react';
import type { AccountView } from '../../http/account-routes.ts';
import { Refusal } from '../components/refusal.tsx';
import styles from '../links/links-page.module.css';
import { accountQuery, beginSecondFactor, endSecondFactor, type NewFactor, newRecoveryCodes, sayCode } from './data.ts';
import { useAccountWords } from './words.ts';

/** Turns the second factor on and off, and makes new recovery codes; the password is asked for each. */
export function SecondFactor({ account }: { account: AccountView }) {
  const words = useAccountWords();
  const queryClient = useQueryClient();
  const [password, setPassword] = useState('');
  const [started, setStarted] = useState<NewFactor | null>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const isOn = account.hasSecondFactor;
  const acting = useMutation({
    mutationFn: async (what: 'begin' | 'end' | 'codes') => {
      if (what === 'begin') setStarted(await beginSecondFactor(password));
      else if (what === 'codes') setCodes(await newRecoveryCodes(password));
      else await endSecondFactor(password);
    },
    onSuccess: async () => {
      setPassword('');
      await queryClient.invalidateQueries({ queryKey: accountQuery.queryKey });
    },
  });

  if (!account.hasPassword)
    return (
      <section aria-label={words.secondFactor} className={styles.section}>
        <h2 className={styles.title}>{words.secondFactor}</h2>
        <p className="quiet">{words.noPassword}</p>
      </section>
    );

  function submit(event: FormEvent): void {
    event.preventDefault();
    acting.mutate(isOn ? 'end' : 'begin');
  }

  return (
    <section aria-label={words.secondFactor} className={styles.section}>
      <h2 className={styles.title}>{words.secondFactor}</h2>
      <p className="quiet">{isOn ? words.isOn : words.isOff}</p>
      {account.needsSecondFactor && !isOn && <p>{words.isNeeded}</p>}
      {started !== null && !isOn ? (
        <Confirm factor={started} />
      ) : (
        <form onSubmit={submit}>
          <Group align="end" gap="xs">
            <PasswordInput
              label={words.password}
              autoComplete="current-password"
              w={260}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button
              type="submit"
              variant={isOn ? 'default' : 'filled'}
              loading={acting.isPending}
              disabled={password === ''}
            >
              {isOn ? words.turnOff : words.turnOn}
            </Button>
            {isOn && (
              <Button variant="default" disabled={password === ''} onClick={() => acting.mutate('codes')}>
                {words.newCodes}
              </Button>
            )}
          </Group>
        </form>
      )}
      <Refusal error={acting.error} />
      {codes.length > 0 && <RecoveryCodes codes={codes} />}
      {isOn && started !== null && <RecoveryCodes codes={started.backupCodes} />}
    </section>
  );
}

function Confirm({ factor }: { factor: NewFactor }) {
  const words = useAccountWords();
  const queryClient = useQueryClient();
  const [code, setCode] = useState('');
  const confirming = useMutation({
    mutationFn: () => sayCode(code.replaceAll(' ', '')),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const { data: picture } = useQuery({
    queryKey: ['qr', factor.totpURI],
    queryFn: () => qrcode.toString(factor.totpURI, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    confirming.mutate();
  }

  return (
    <Stack gap="sm">
      <p>{words.scan}</p>
      {picture !== undefined && (
        <img src={`data:image/svg+xml,${encodeURIComponent(picture)}`} alt={words.picture} width={190} height={190} />
      )}
      <p className="quiet">
        {words.byHand} <Code>{new URL(factor.totpURI).searchParams.get('secret')}</Code>
      </p>
      <form onSubmit={submit}>
        <Group align="end" gap="xs">
          <TextInput
            label={words.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            w={160}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button type="submit" loading={confirming.isPending}>
            {words.confirm}
          </Button>
        </Group>
      </form>
      <Refusal error={confirming.error} />
    </Stack>
  );
}

function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const words = useAccountWords();
  return (
    <Stack gap="xs" mt="sm" role="status">
      <h3 className={styles.title}>{words.recovery}</h3>
      <p className="quiet">{words.keepThem}</p>
      <Code block>{codes.join('\n')}</Code>
    </Stack>
  );
}
