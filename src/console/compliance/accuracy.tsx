import { useQuery } from '@tanstack/react-query';
import { Refusal } from '../components/refusal.tsx';
import { useLanguage } from '../language/language.tsx';
import { useSaying } from '../ratings/say.ts';
import { useDeskNow } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import styles from './compliance.module.css';
import { accuracyQuery } from './data.ts';
import { useComplianceWords } from './words.ts';

/** Whether the timer was late, what was not delivered, whether the ledgers hold: how far the figures above can be trusted. */
export function Accuracy() {
  const words = useComplianceWords();
  const say = useSaying();
  const { phrases, language } = useLanguage();
  const now = useDeskNow();
  const { data: accuracy, error } = useQuery(accuracyQuery);
  if (accuracy === undefined) return <Refusal error={error} />;
  const { days, lateness, undelivered, ledgers } = accuracy;
  const seconds = (value: number | null) => `${say.decimal(value, 1)} ${words.seconds}`;
  const names: Record<string, string> = phrases.channels;
  const verifiedAt = ledgers === null ? '' : moment(Date.parse(ledgers.verifiedAt), now, language);
  return (
    <section className={styles.card} aria-label={words.accuracy}>
      <div className={styles.cardTop}>
        <h2 className={styles.title}>{words.accuracy}</h2>
        <span className={styles.tileNote}>{words.accuracyHint(days)}</span>
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>{words.lateness}</dt>
          <dd>
            {lateness.fired === 0
              ? words.latenessNone
              : `${words.latenessValue(seconds(lateness.p50Seconds), seconds(lateness.p99Seconds))} (${words.steps(lateness.fired)})`}
          </dd>
        </div>
        <div>
          <dt>{words.undelivered}</dt>
          {undelivered.length === 0 && <dd>{words.allDelivered}</dd>}
          {undelivered.map(({ channel, failed, unknown, held }) => (
            <dd key={channel}>
              {names[channel] ?? channel}: {words.channelTroubles(failed, unknown, held)}
            </dd>
          ))}
        </div>
        <div>
          <dt>{words.ledgers}</dt>
          <dd className={ledgers !== null && ledgers.breaks > 0 ? styles.worse : undefined}>
            {ledgers === null
              ? words.neverVerified
              : ledgers.breaks === 0
                ? words.verified(verifiedAt)
                : words.broken(verifiedAt, ledgers.breaks)}
          </dd>
        </div>
      </dl>
    </section>
  );
}
