import { ActionIcon, Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseDetail } from '../../http/views.ts';
import { Icon } from '../components/icons.tsx';
import { Refusal } from '../components/refusal.tsx';
import { recordResult, takeCase } from '../data/api.ts';
import { caseQuery, sessionQuery } from '../data/queries.ts';
import { openNext } from '../inbox/step-focus.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { usePhrases } from '../language/language.tsx';
import { ReminderDialog } from '../reminders/reminder-dialog.tsx';
import { useReminderWords } from '../reminders/words.ts';
import { OpenVerification } from '../verifications/open-verification.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import styles from './case-header.module.css';
import { MoreActions } from './more-actions.tsx';
import { ResolveDialog } from './resolve-dialog.tsx';

/** What an officer may do with a case besides writing. Whether it is allowed is the server's to say. */
export function CaseActions({ openCase }: { openCase: CaseDetail }) {
  const { reference, assignee, state } = openCase;
  const phrases = usePhrases();
  const reminderWords = useReminderWords();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const [isAssigning, assigning] = useDisclosure(false);
  const [isReminding, reminding] = useDisclosure(false);
  const [resolving, setResolving] = useState<{ after: () => void } | null>(null);
  const queryClient = useQueryClient();
  const act = useMutation({
    mutationFn: (verb: (reference: string) => Promise<CaseDetail>) => verb(reference),
    onSuccess: (after) => queryClient.setQueryData(caseQuery(reference).queryKey, after),
  });
  const isOver = state === 'resolved' || state === 'closed' || state === 'merged';
  const mayResolve = !isOver && openCase.kind !== 'verification' && !act.isPending;
  useShortcuts({
    t: () => {
      if (assignee?.id !== session.officer.id && !act.isPending) act.mutate(takeCase);
    },
    a: assigning.open,
    e: () => {
      if (mayResolve) setResolving({ after: () => undefined });
    },
    E: () => {
      if (mayResolve) setResolving({ after: openNext });
    },
    z: reminding.open,
  });
  return (
    <>
      <Group gap={6} className={styles.actions ?? ''}>
        {assignee?.id !== session.officer.id && (
          <Button
            size="compact-sm"
            leftSection={<Icon name="hand" size={15} />}
            disabled={act.isPending}
            onClick={() => act.mutate(takeCase)}
          >
            {phrases.take}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="swap" size={15} />}
          onClick={assigning.open}
        >
          {phrases.assign}
        </Button>
        {openCase.kind === 'verification' && <OpenVerification reference={reference} />}
        {!isOver && openCase.kind !== 'verification' && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Icon name="check" size={15} />}
            disabled={act.isPending}
            onClick={() => setResolving({ after: () => undefined })}
          >
            {phrases.resolve}
          </Button>
        )}
        <ActionIcon
          variant="default"
          size={26}
          aria-label={reminderWords.remind}
          title={reminderWords.remind}
          onClick={reminding.open}
        >
          <Icon name="bell" size={15} />
        </ActionIcon>
        {!isOver && (
          <MoreActions openCase={openCase} isBusy={act.isPending} recordResult={() => act.mutate(recordResult)} />
        )}
      </Group>
      <div className={styles.refusal}>
        <Refusal error={act.error} />
      </div>
      {isAssigning && <AssignDialog reference={reference} close={assigning.close} />}
      {isReminding && <ReminderDialog reference={reference} close={reminding.close} />}
      {resolving !== null && (
        <ResolveDialog openCase={openCase} close={() => setResolving(null)} after={resolving.after} />
      )}
    </>
  );
}
