import { Button, Stack } from '@mantine/core';
import { isFinal } from '../data/problem.ts';
import { usePhrases } from '../language/language.tsx';
import { Refusal } from './refusal.tsx';

/** In place of what could not be read, with a way to try again where that can help. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const phrases = usePhrases();
  return (
    <Stack align="center" p="xl" gap="sm">
      <Refusal error={error} />
      {!isFinal(error) && (
        <Button variant="default" onClick={retry}>
          {phrases.tryAgain}
        </Button>
      )}
    </Stack>
  );
}
