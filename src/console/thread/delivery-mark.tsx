import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MessageView } from '../../http/views.ts';
import { Icon, type IconName } from '../components/icons.tsx';
import { Refusal } from '../components/refusal.tsx';
import { confirmArrival, retryMessage } from '../data/api.ts';
import { caseQuery } from '../data/queries.ts';
import { useLanguage } from '../language/language.tsx';
import { deskNowMs } from '../time/desk-time.ts';
import { shortMoment } from '../time/moments.ts';
import styles from './delivery-mark.module.css';

type Delivery = NonNullable<MessageView['delivery']>;

const icons: Record<Delivery, IconName> = {
  queued: 'clock',
  sending: 'clock',
  held: 'hourglass',
  sent: 'check',
  delivered: 'check',
  read: 'check',
  failed: 'warning',
  unknown: 'question',
};

interface DeliveryMarkProps {
  message: MessageView;
  state: Delivery;
  reference: string;
}

/**
 * How far a message got, when and by which other way, and why not further. What did not arrive can be sent again, and of
 * what nobody knows somebody can say that it did.
 */
export function DeliveryMark({ message, state, reference }: DeliveryMarkProps) {
  const { phrases, language } = useLanguage();
  const queryClient = useQueryClient();
  const after = { onSuccess: () => queryClient.invalidateQueries({ queryKey: caseQuery(reference).queryKey }) };
  const retry = useMutation({ mutationFn: () => retryMessage(message.id), ...after });
  const confirm = useMutation({ mutationFn: () => confirmArrival(message.id), ...after });
  const channels: Record<string, string> = phrases.channels;
  const at = { sent: message.sentAt, delivered: message.deliveredAt, read: message.readAt }[String(state)] ?? null;
  const isStuck = state === 'failed' || state === 'unknown' || state === 'held';
  const { channel, divertedFrom, problem } = message;
  return (
    <footer className={styles.mark} data-state={state}>
      <span className={styles.words} title={problem ?? undefined}>
        <Icon name={icons[state]} size={13} />
        {phrases.deliveries[state]}
        {divertedFrom !== null && channel !== null && (
          <span title={phrases.divertedFrom(channels[divertedFrom] ?? divertedFrom)}>
            · {phrases.divertedTo(channels[channel] ?? channel)}
          </span>
        )}
        {at !== null && <time dateTime={at}>· {shortMoment(Date.parse(at), deskNowMs(), language)}</time>}
      </span>
      {problem !== null && state !== 'queued' && state !== 'sending' && (
        <span className={styles.problem} data-state={state}>
          {problem}
        </span>
      )}
      {state === 'unknown' && (
        <Button
          size="compact-xs"
          variant="default"
          title={phrases.hasArrivedHint}
          loading={confirm.isPending}
          onClick={() => confirm.mutate()}
        >
          {phrases.hasArrived}
        </Button>
      )}
      {isStuck && (
        <Button size="compact-xs" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
          {phrases.sendAgain}
        </Button>
      )}
      <Refusal error={retry.error ?? confirm.error} />
    </footer>
  );
}
