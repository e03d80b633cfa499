import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TroubleView } from '../../http/views.ts';
import { Refusal } from '../components/refusal.tsx';
import { Tag } from '../components/tag.tsx';
import { confirmArrival, retryDelivery, retryMessage } from '../data/api.ts';
import { troublesQuery } from '../data/queries.ts';
import { useLanguage } from '../language/language.tsx';
import type { Phrases } from '../language/phrases.vi.ts';
import type { Tone } from '../time/clock-face.ts';
import { useDeskNow } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import { sectionOf } from './sections.ts';
import styles from './troubles-page.module.css';

/** One trouble: what it is, since when, how often it was tried and why it did not succeed; and what can be done. */
export function TroubleCard({ trouble }: { trouble: TroubleView }) {
  const { phrases, language } = useLanguage();
  const now = useDeskNow();
  const channels: Record<string, string> = phrases.channels;
  const section = sectionOf(trouble);
  const tone: Tone = section === 'decide' || section === 'ladder' ? 'overdue' : 'soon';
  return (
    <article className={styles.trouble}>
      <div className={styles.what}>
        <div className={styles.tags}>
          <Tag tone={tone} icon={section === 'waiting' ? 'hourglass' : 'warning'}>
            {stateWords(trouble, phrases)}
          </Tag>
          <Tag>{channels[trouble.channel] ?? trouble.channel}</Tag>
          <time dateTime={trouble.since} className="quiet figures">
            {phrases.since(moment(Date.parse(trouble.since), now, language))}
          </time>
          {trouble.attempts > 0 && <span className="quiet figures">{phrases.tried(trouble.attempts)}</span>}
          {trouble.caseReference !== null && <span className="figures">{trouble.caseReference}</span>}
        </div>
        {trouble.problem !== null && <p className={styles.problem}>{trouble.problem}</p>}
        <p className={styles.excerpt}>{trouble.excerpt === '' ? phrases.noWords : trouble.excerpt}</p>
      </div>
      <Deeds trouble={trouble} />
    </article>
  );
}

function Deeds({ trouble: { id, where, state } }: { trouble: TroubleView }) {
  const { phrases } = useLanguage();
  const queryClient = useQueryClient();
  const deed = useMutation({
    mutationFn: (does: (id: number) => Promise<void>) => does(id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: troublesQuery.queryKey }),
  });
  const maySend = where === 'outbox' && state !== 'queued';
  const mayHandle = where === 'inbox' && state === 'failed';
  if (!maySend && !mayHandle) return null;

  function button(words: string, does: (id: number) => Promise<void>, title?: string) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        title={title}
        disabled={deed.isPending}
        loading={deed.isPending && deed.variables === does}
        onClick={() => deed.mutate(does)}
      >
        {words}
      </Button>
    );
  }
  return (
    <div className={styles.deeds}>
      {maySend && state === 'unknown' && button(phrases.hasArrived, confirmArrival, phrases.hasArrivedHint)}
      {maySend && button(phrases.sendAgain, retryMessage)}
      {mayHandle && button(phrases.handleAgain, retryDelivery)}
      <Refusal error={deed.error} />
    </div>
  );
}

function stateWords({ where, state, isAsking }: TroubleView, phrases: Phrases): string {
  const { troubleStates, deliveries } = phrases;
  if (where === 'ladder') return troubleStates.retrying;
  if (where === 'inbox') return state === 'malformed' ? troubleStates.malformed : troubleStates.failedToHandle;
  if (isAsking) return troubleStates.isAsking;
  if (state === 'queued') return troubleStates.waitsLong;
  const known: Record<string, string> = deliveries;
  return known[state] ?? state;
}
