import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sayCode, sayRecoveryCode } from '../account/data.ts';
import { useAccountWords } from '../account/words.ts';
import { Refusal } from '../components/refusal.tsx';

/** The second half of signing in: a code from the app, or a recovery code for whoever is without it. */
export function SecondStep({ enter }: { enter: () => void }) {
  const words = useAccountWords();
  const [isRecovery, setRecovery] = useState(false);
  const [code, setCode] = useState('');
  const saying = useMutation({
    mutationFn: () => (isRecovery ? sayRecoveryCode(code.trim()) : sayCode(code.replaceAll(' ', ''))),
    onSuccess: enter,
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    saying.mutate();
  }

  function change(): void {
    setRecovery(!isRecovery);
    setCode('');
    saying.reset();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <p>{isRecovery ? words.enterRecovery : words.enterCode}</p>
        <TextInput
          key={String(isRecovery)}
          label={isRecovery ? words.recoveryCode : words.code}
          inputMode={isRecovery ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          autoFocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Refusal error={saying.error} />
        <Button type="submit" loading={saying.isPending} disabled={code.trim() === ''} fullWidth>
          {words.signIn}
        </Button>
        <Button variant="subtle" onClick={change}>
          {isRecovery ? words.useApp : words.useRecovery}
        </Button>
      </Stack>
    </form>
  );
}
