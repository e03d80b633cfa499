import { Button, Divider } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Refusal } from '../components/refusal.tsx';
import { beginDirectory, directoryQuery } from './directory.ts';
import styles from './directory-button.module.css';
import { useDirectoryWords } from './words.ts';

interface DirectoryButtonProps {
  /** Where the officer was going. */
  from: string | undefined;
  /** Why the directory's answer was not enough, when it was not. */
  refused: string | undefined;
}

/** The way in by the agency's directory, where there is one. */
export function DirectoryButton({ from, refused }: DirectoryButtonProps) {
  const words = useDirectoryWords();
  const { data: label } = useQuery(directoryQuery);
  const going = useMutation({ mutationFn: () => beginDirectory(from) });
  if (label == null) return null;
  return (
    <div className={styles.ways}>
      <div role="alert">
        {refused !== undefined && going.isIdle && <p className={styles.refused}>{words.because(refused, label)}</p>}
      </div>
      <Button fullWidth loading={going.isPending || going.isSuccess} onClick={() => going.mutate()}>
        {words.by(label)}
      </Button>
      <Refusal error={going.error} />
      <Divider label={words.or} my="xs" />
    </div>
  );
}
