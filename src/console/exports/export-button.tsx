import { ActionIcon, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { Icon } from '../components/icons.tsx';
import { sentenceFor } from '../data/problem.ts';
import { usePhrases } from '../language/language.tsx';
import { fetchFile } from './fetch-file.ts';
import { useManagerWords } from './words.ts';

/** Keeps what the page shows as a file. Where there is no room for the word, the icon says it. */
export function ExportButton({ file, isSmall = false }: { file: string; isSmall?: boolean }) {
  const words = useManagerWords();
  const phrases = usePhrases();
  const { mutate, isPending } = useMutation({
    mutationFn: () => fetchFile(file),
    onError: (error) => notifications.show({ color: 'red', message: sentenceFor(error, phrases) }),
  });
  if (isSmall)
    return (
      <ActionIcon
        variant="subtle"
        size={28}
        aria-label={words.spreadsheet}
        title={words.spreadsheet}
        loading={isPending}
        onClick={() => mutate()}
      >
        <Icon name="down" size={16} />
      </ActionIcon>
    );
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Icon name="down" size={14} />}
      loading={isPending}
      onClick={() => mutate()}
    >
      {words.spreadsheet}
    </Button>
  );
}
