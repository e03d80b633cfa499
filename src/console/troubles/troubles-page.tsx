import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TroubleView } from '../../http/views.ts';
import { Failure } from '../components/failure.tsx';
import { QuietPlace } from '../components/quiet-place.tsx';
import { troublesQuery } from '../data/queries.ts';
import { useLanguage } from '../language/language.tsx';
import { sectionOf, sections } from './sections.ts';
import { SendAllAgain } from './send-all-again.tsx';
import { TroubleCard } from './trouble-card.tsx';
import styles from './troubles-page.module.css';

/** For the administrator: nothing that could not be read or delivered vanishes. What somebody has to decide comes first. */
export function TroublesPage() {
  const { phrases } = useLanguage();
  const { data: troubles, error, refetch } = useQuery(troublesQuery);

  if (troubles === undefined) {
    if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
    return <Loader m="xl" size="sm" aria-label={phrases.loading} />;
  }
  const bySection = Map.groupBy(troubles, sectionOf);
  return (
    <div className={styles.page}>
      <h1 className={styles.heading}>{phrases.troubles}</h1>
      <p className="quiet">{phrases.troublesHint}</p>
      {troubles.length === 0 && (
        <QuietPlace icon="check">
          <p>{phrases.noTroubles}</p>
        </QuietPlace>
      )}
      {sections.map((section) => {
        const own = bySection.get(section) ?? [];
        return own.length === 0 ? null : (
          <Section key={section} title={phrases.troubleSections[section]} troubles={own} />
        );
      })}
    </div>
  );
}

function Section({ title, troubles }: { title: string; troubles: readonly TroubleView[] }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.title}>
        {title} <span className="quiet figures">{troubles.length}</span>
      </h2>
      <SendAllAgain troubles={troubles} />
      <ul className={styles.troubles}>
        {troubles.map((trouble) => (
          <li key={`${trouble.where} ${trouble.id}`}>
            <TroubleCard trouble={trouble} />
          </li>
        ))}
      </ul>
    </section>
  );
}
