import { Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Icon } from '../components/icons.tsx';
import { Refusal } from '../components/refusal.tsx';
import { signIn } from '../data/outside-api.ts';
import { usePhrases } from '../language/language.tsx';
import { DemoSignIns } from './demo-sign-ins.tsx';
import { DirectoryButton } from './directory-button.tsx';
import { SecondStep } from './second-step.tsx';
import styles from './sign-in-page.module.css';

const route = getRouteApi('/sign-in');

interface Credentials {
  email: string;
  password: string;
}

export function SignInPage() {
  const phrases = usePhrases();
  const { from, step, refused } = route.useSearch();
  const enter = useEnter();
  const signingIn = useSignIn(enter);
  const form = useForm<Credentials>({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() === '' ? phrases.emailNeeded : null),
      password: (value) => (value === '' ? phrases.passwordNeeded : null),
    },
  });
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.form}>
          <div className={styles.heading}>
            <span className={styles.mark}>
              <Icon name="webchat" size={26} />
            </span>
            <div>
              <Title order={1} size="h3">
                {phrases.product}
              </Title>
              <p className="quiet">{phrases.productLine}</p>
            </div>
          </div>
          {signingIn.data === 'secondStep' || step === 'code' ? (
            <SecondStep enter={enter} />
          ) : (
            <>
              <DirectoryButton from={from} refused={refused} />
              <form onSubmit={form.onSubmit((credentials) => signingIn.mutate(credentials))} noValidate>
                <Stack gap="sm">
                  <TextInput
                    label={phrases.email}
                    type="email"
                    autoComplete="username"
                    key={form.key('email')}
                    {...form.getInputProps('email')}
                  />
                  <PasswordInput
                    label={phrases.password}
                    autoComplete="current-password"
                    key={form.key('password')}
                    {...form.getInputProps('password')}
                  />
                  <Refusal error={signingIn.error} />
                  <Button type="submit" loading={signingIn.isPending} fullWidth>
                    {phrases.signIn}
                  </Button>
                </Stack>
              </form>
            </>
          )}
        </div>
        <DemoSignIns choose={signingIn.mutate} isBusy={signingIn.isPending} />
      </div>
    </main>
  );
}

function useSignIn(enter: () => void) {
  return useMutation({
    mutationFn: ({ email, password }: Credentials) => signIn(email.trim(), password),
    onSuccess: (how) => (how === 'in' ? enter() : undefined),
  });
}

/** To where the officer was going; nothing of whoever sat here before stays. */
function useEnter(): () => void {
  const queryClient = useQueryClient();
  const router = useRouter();
  const { from } = route.useSearch();
  return () => {
    queryClient.clear();
    router.history.push(from ?? '/console/');
  };
}
