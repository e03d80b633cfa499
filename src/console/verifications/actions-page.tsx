import { Button, Group, Loader, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActionView } from '../../http/verification-views.ts';
import { Failure } from '../components/failure.tsx';
import { QuietPlace } from '../components/quiet-place.tsx';
import { Refusal } from '../components/refusal.tsx';
import { sessionQuery } from '../data/queries.ts';
import { usePhrases } from '../language/language.tsx';
import { ActionCard } from './action-card.tsx';
import { finishAction } from './api.ts';
import { actionsQuery } from './queries.ts';
import styles from './verifications.module.css';
import { useVerificationWords } from './words.ts';

/** What an officer was asked to put right, and for whoever leads others what is late below them. */
export function ActionsPage() {
  const words = useVerificationWords();
  const { data: session } = useSuspenseQuery(sessionQuery);
  return (
    <div className={styles.page}>
      <h1 className={styles.heading}>{words.mine}</h1>
      <p className="quiet">{words.mineHint}</p>
      <Mine />
      {session.permissions.includes('leadUnit') && <Below />}
    </div>
  );
}

function Mine() {
  const words = useVerificationWords();
  const phrases = usePhrases();
  const { data: actions, error, refetch } = useQuery(actionsQuery('mine'));
  if (actions === undefined) {
    if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
    return <Loader m="md" size="sm" aria-label={phrases.loading} />;
  }
  const isLeft = ({ doneAt }: ActionView) => doneAt === null;
  const sorted = [...actions.filter(isLeft), ...actions.filter((action) => !isLeft(action))];
  if (sorted.length === 0) {
    return (
      <QuietPlace icon="check">
        <p>{words.noMine}</p>
      </QuietPlace>
    );
  }
  return (
    <ul className={styles.cards}>
      {sorted.map((action) => (
        <li key={action.id}>
          <ActionCard action={action}>{isLeft(action) && <Finish id={action.id} />}</ActionCard>
        </li>
      ))}
    </ul>
  );
}

function Finish({ id }: { id: number }) {
  const words = useVerificationWords();
  const phrases = usePhrases();
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const finish = useMutation({
    mutationFn: (note: string) => finishAction(id, note.trim()),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['correctiveActions'] });
      void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  const form = useForm({
    initialValues: { note: '' },
    validate: { note: (value) => (value.trim() === '' ? words.needed : null) },
  });
  if (!isOpen) {
    return (
      <Group mt={8}>
        <Button size="compact-sm" onClick={() => setOpen(true)}>
          {words.finish}
        </Button>
      </Group>
    );
  }
  return (
    <form onSubmit={form.onSubmit(({ note }) => finish.mutate(note))}>
      <Stack gap="xs" mt={8}>
        <Textarea label={words.finishNote} autosize minRows={2} data-autofocus {...form.getInputProps('note')} />
        <Refusal error={finish.error} />
        <Group gap="xs">
          <Button type="submit" size="compact-sm" loading={finish.isPending}>
            {words.finish}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setOpen(false)}>
            {phrases.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Below() {
  const words = useVerificationWords();
  const { data: actions = [], error } = useQuery(actionsQuery('below'));
  return (
    <section aria-label={words.below} className={styles.section}>
      <h2 className={styles.title}>{words.below}</h2>
      <Refusal error={error} />
      {actions.length === 0 && error === null && <p className="quiet">{words.noBelow}</p>}
      <ul className={styles.cards}>
        {actions.map((action) => (
          <li key={action.id}>
            <ActionCard action={action} />
          </li>
        ))}
      </ul>
    </section>
  );
}
