import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TroubleView } from '../../http/views.ts';
import { Failure } from '../components/failure.tsx';
import { QuietPlace } from '../components/quiet-place.tsx';
import { Tag } from '../components/tag.tsx';
import { troublesQuery } from '../data/queries.ts';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import styles from './troubles-page.module.css';

/** For the administrator: nothing that could not be read or delivered vanishes. */
export function TroublesPage() {
  const { phrases } = useLanguage();
  const { data: troubles, error, refetch } = useQuery(troublesQuery);

  if (troubles === undefined) {
    if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
    return <Loader m="xl" size="sm" aria-label={phrases.loading} />;
  }
  return (
    <div className={styles.page}>
      <h1 className={styles.heading}>{phrases.troubles}</h1>
      <p className="quiet">{phrases.troublesHint}</p>
      {troubles.length === 0 && (
        <QuietPlace icon="check">
          <p>{phrases.noTroubles}</p>
        </QuietPlace>
      )}
      <ul className={styles.troubles}>
        {troubles.map((trouble) => (
          <li key={`${trouble.where} ${trouble.id}`}>
            <TroubleCard trouble={trouble} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function TroubleCard({ trouble }: { trouble: TroubleView }) {
  const { phrases, language } = useLanguage();
  const now = useDeskNow();
  const channels: Record<string, string> = phrases.channels;
  return (
    <article className={styles.trouble}>
      <div className={styles.tags}>
        <Tag tone={trouble.where === 'inbox' ? 'soon' : 'overdue'} icon="warning">
          {phrases.troubleWhere[trouble.where]}
        </Tag>
        <Tag>{channels[trouble.channel] ?? trouble.channel}</Tag>
        <time dateTime={trouble.at} className="quiet figures">
          {moment(Date.parse(trouble.at), now, language)}
        </time>
        {trouble.caseReference !== null && <span className="quiet figures">{trouble.caseReference}</span>}
      </div>
      <p className={styles.problem}>{trouble.problem ?? trouble.state}</p>
      <p className={styles.excerpt}>{trouble.excerpt}</p>
    </article>
  );
}
