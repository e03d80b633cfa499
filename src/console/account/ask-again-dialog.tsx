import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { Refusal } from '../components/refusal.tsx';
import { send } from '../data/outside-api.ts';
import { answerAsked, isAsked, onAsked } from './ask-again.ts';
import { useAccountWords } from './words.ts';

/** The password once more, before something sensitive; the act that asked goes on by itself. */
export function AskAgainDialog() {
  const isOpen = useSyncExternalStore(onAsked, isAsked);
  const words = useAccountWords();
  return (
    <Modal opened={isOpen} onClose={() => answerAsked(false)} title={words.againTitle} zIndex={400}>
      {isOpen && <Question />}
    </Modal>
  );
}

function Question() {
  const words = useAccountWords();
  const [password, setPassword] = useState('');
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
