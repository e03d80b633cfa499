import { Button, PasswordInput, Stack, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Refusal } from '../components/refusal.tsx';
import styles from '../sign-in/sign-in-page.module.css';
import { acceptInvitation } from './data.ts';
import { useAccountWords } from './words.ts';

const leastLength = 8;

/** Where an invitation leads: sets the password, once. The secret of the link stays behind its fragment sign. */
export function InvitationPage() {
  const words = useAccountWords();
  const [secret] = useState(() => window.location.hash.slice(1));
  const [password, setPassword] = useState('');
  const [isShort, setShort] = useState(false);
  const setting = useMutation({ mutationFn: () => acceptInvitation(secret, password) });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setShort(password.length < leastLength);
    if (password.length >= leastLength) setting.mutate();
  }

  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.form}>
          <Title order={1} size="h3" mb="sm">
            {words.invitedTitle}
          </Title>
          {setting.data !== undefined ? (
            <Stack gap="sm" role="status">
              <p>{words.isSet(setting.data.email)}</p>
              <Link to="/sign-in">{words.toSignIn}</Link>
            </Stack>
          ) : secret === '' ? (
            <p>{words.noLink}</p>
          ) : (
            <form onSubmit={submit} noValidate>
              <Stack gap="sm">
                <p className="quiet">{words.invitedHint}</p>
                <PasswordInput
                  label={words.newPassword}
                  autoComplete="new-password"
                  value={password}
                  error={isShort ? words.tooShort : null}
                  onChange={(event) => setPassword(event.currentTarget.value)}
                />
                <Refusal error={setting.error} />
                <Button type="submit" loading={setting.isPending} fullWidth>
                  {words.setPassword}
                </Button>
              </Stack>
            </form>
          )}
        </div>
      </div>
    </main>
  );
}
