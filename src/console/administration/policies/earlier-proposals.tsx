import { Tag } from '../../components/tag.tsx';
import { useLanguage } from '../../language/language.tsx';
import { sayDay } from '../../time/days.ts';
import { useDeskNow } from '../../time/desk-time.ts';
import { shortMoment } from '../../time/moments.ts';
import type { PolicyProposal } from '../data.ts';
import styles from '../page.module.css';
import { usePolicyWords } from './words.ts';

/** What was proposed before and what became of it, newest first. */
export function EarlierProposals({ proposals }: { proposals: readonly PolicyProposal[] }) {
  const words = usePolicyWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  return (
    <section className={styles.section} aria-label={words.history}>
      <h2 className={styles.title}>{words.history}</h2>
      <ul className={styles.rows}>
        {proposals.map(({ id, definition, state, proposedBy, proposedAt, approvedBy, validFrom }) => (
          <li key={id}>
            <span>{definition === null ? words.ending : words.versionOf(definition.name, definition.version)}</span>
            <span className={`${styles.small} figures`}>
              {words.by(proposedBy, shortMoment(Date.parse(proposedAt), now, language))}
              {approvedBy !== null && `, ${words.approvedBy(approvedBy)}`}, {words.from(sayDay(validFrom))}{' '}
              <Tag tone={state === 'approved' ? 'met' : 'neutral'}>{words.states[state]}</Tag>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
