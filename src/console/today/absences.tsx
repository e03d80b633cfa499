import type { AbsenceSoon } from '../../reports/today/today.ts';
import { Tag } from '../components/tag.tsx';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { shortSpan } from '../time/moments.ts';
import styles from './today.module.css';
import { useTodayWords } from './words.ts';

/** Who is away, until when, and who stands in. */
export function Absences({ absences }: { absences: readonly AbsenceSoon[] }) {
  const words = useTodayWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  return (
    <section className={styles.card} aria-label={words.absences}>
      <div className={styles.cardTop}>
        <h2 className={styles.title}>{words.absences}</h2>
      </div>
      {absences.length === 0 ? (
        <p className="quiet">{words.noAbsences}</p>
      ) : (
        <ul className={styles.absences}>
          {absences.map(({ officerName, unitName, from, until, reason, substitute, isNow }) => (
            <li key={`${officerName}${from}`}>
              <span className={styles.absenceTop}>
                <strong>{officerName}</strong>
                {isNow && <Tag tone="paused">{words.now}</Tag>}
              </span>
              <span className={styles.under}>{unitName}</span>
              <span className="figures">{shortSpan(Date.parse(from), Date.parse(until), now, language)}</span>
              {reason !== null && <span>{reason}</span>}
              <span className={styles.under}>
                {words.substitute}: {substitute ?? words.noSubstitute}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
