import { Button, Group, Loader, Modal, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Refusal } from '../components/refusal.tsx';
import { send } from '../data/outside-api.ts';
import { beginDirectory, directoryQuery } from '../sign-in/directory.ts';
import { answerAsked, isAsked, onAsked } from './ask-again.ts';
import { accountQuery } from './data.ts';
import { useAccountWords } from './words.ts';

/** The password once more, before something sensitive; the act that asked goes on by itself. */
export function AskAgainDialog() {
  const isOpen = useSyncExternalStore(onAsked, isAsked);
  const words = useAccountWords();
  return (
    <Modal opened={isOpen} onClose={() => answerAsked(false)} title={words.againTitle} zIndex={400}>
      {isOpen && <Ways />}
    </Modal>
  );
}

/** The password, or the agency's directory for whoever has none here. */
function Ways() {
  const { data: account } = useQuery(accountQuery);
  const { data: label } = useQuery(directoryQuery);
  if (account === undefined) return <Loader size="sm" />;
  return account.hasPassword || label == null ? <Question /> : <ByDirectory label={label} />;
}

function ByDirectory({ label }: { label: string }) {
  const words = useAccountWords();
  const { pathname, search } = window.location;
  const going = useMutation({ mutationFn: () => beginDirectory(pathname + search) });
  return (
    <Stack gap="sm">
      <p>{words.againByDirectory(label)}</p>
      <Refusal error={going.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={() => answerAsked(false)}>
          {words.cancel}
        </Button>
        <Button loading={going.isPending} onClick={() => going.mutate()}>
          {words.toDirectory(label)}
        </Button>
      </Group>
    </Stack>
  );
}

function Question() {
  const words = useAccountWords();
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // The dialog looks for its field once, when it opens; the question may come after that.
  useEffect(() => field.current?.focus(), []);
  const saying = useMutation({
    mutationFn: () => send('/api/v1/me/step-ups', { password }),
    onSuccess: () => answerAsked(true),
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    saying.mutate();
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <p>{words.againWhy}</p>
        <PasswordInput
          label={words.password}
          autoComplete="current-password"
          data-autofocus
          ref={field}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Refusal error={saying.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => answerAsked(false)}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={saying.isPending} disabled={password === ''}>
            {words.go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
