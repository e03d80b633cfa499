import { Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refusal } from '../components/refusal.tsx';
import { Tag } from '../components/tag.tsx';
import { decide, lookUpsQuery, type Repeated } from './data.ts';
import styles from './look-ups.module.css';
import { useLookUpWords } from './words.ts';

/** A question that is asked again and again: it becomes a frequent one, in words of the officer's choosing, or is left out. */
export function RepeatedCard({ repeated }: { repeated: Repeated }) {
  const words = useLookUpWords();
  const client = useQueryClient();
  const [question, setQuestion] = useState(repeated.question);
  const deciding = useMutation({
    mutationFn: (accepted: boolean) => decide(repeated, question, accepted),
    onSuccess: () => client.invalidateQueries({ queryKey: lookUpsQuery.queryKey }),
  });
  const { times, address, alsoAsked } = repeated;
  return (
    <article className={styles.card}>
      <TextInput label={words.question} value={question} onChange={(event) => setQuestion(event.currentTarget.value)} />
      <span className={styles.small}>
        <Tag icon="clock">{words.times(times)}</Tag>
        <span>{address === null ? words.nothingShown : words.shownFirst(address)}</span>
      </span>
      {alsoAsked.length > 0 && (
        <p className={styles.small}>
          {words.alsoAsked}: {alsoAsked.slice(0, 5).join(' · ')}
        </p>
      )}
      <Group gap="xs">
        <Button
          size="xs"
          loading={deciding.isPending}
          disabled={question.trim() === ''}
          onClick={() => deciding.mutate(true)}
        >
          {words.accept}
        </Button>
        <Button size="xs" variant="default" disabled={deciding.isPending} onClick={() => deciding.mutate(false)}>
          {words.dismiss}
        </Button>
      </Group>
      <Refusal error={deciding.error} />
    </article>
  );
}
