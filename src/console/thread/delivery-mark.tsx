import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MessageView } from '../../http/views.ts';
import { Icon, type IconName } from '../components/icons.tsx';
import { Refusal } from '../components/refusal.tsx';
import { retryMessage } from '../data/api.ts';
import { caseQuery } from '../data/queries.ts';
import { usePhrases } from '../language/language.tsx';
import styles from './delivery-mark.module.css';

type Delivery = NonNullable<MessageView['delivery']>;

const icons: Record<Delivery, IconName> = {
  queued: 'clock',
  sending: 'clock',
  sent: 'check',
  failed: 'warning',
  unknown: 'question',
};

interface DeliveryMarkProps {
  message: MessageView;
  state: Delivery;
  reference: string;
}

/** How far a message got, and why not further. What did not arrive can be sent again. */
export function DeliveryMark({ message, state, reference }: DeliveryMarkProps) {
  const phrases = usePhrases();
  const queryClient = useQueryClient();
  const retry = useMutation({
    mutationFn: () => retryMessage(message.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: caseQuery(reference).queryKey }),
  });
  const isStuck = state === 'failed' || state === 'unknown';
  return (
    <footer className={styles.mark} data-state={state}>
      <span className={styles.words} title={message.problem ?? undefined}>
        <Icon name={icons[state]} size={13} />
        {phrases.deliveries[state]}
        {isStuck && message.problem !== null && `: ${message.problem}`}
      </span>
      {isStuck && (
        <Button size="compact-xs" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
          {phrases.sendAgain}
        </Button>
      )}
      <Refusal error={retry.error} />
    </footer>
  );
}
