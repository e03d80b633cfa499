import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Failure } from '../components/failure.tsx';
import { QuietPlace } from '../components/quiet-place.tsx';
import { Tag } from '../components/tag.tsx';
import { useLanguage } from '../language/language.tsx';
import { sayDay } from '../time/days.ts';
import { useDeskNow } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import { draftsQuery } from './data.ts';
import styles from './drafts.module.css';
import { Upload } from './upload.tsx';
import { useLibraryWords } from './words.ts';

/** Versions that wait to be corrected or published, and the way to propose another. */
export function DraftsPage() {
  const words = useLibraryWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const { data: drafts, error, refetch } = useQuery(draftsQuery);
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>{words.drafts}</h2>
      <Upload />
      {drafts === undefined && error !== null && <Failure error={error} retry={() => void refetch()} />}
      {drafts?.length === 0 && (
        <QuietPlace icon="check">
          <p>{words.noDrafts}</p>
        </QuietPlace>
      )}
      <ul className={styles.cards}>
        {drafts?.map(({ id, code, title, validFrom, proposedBy, proposedAt, undecided, fatal, sourceName }) => (
          <li key={id}>
            <Link to="/library/drafts/$id" params={{ id: String(id) }} className={styles.card}>
              <strong>
                {code}. {title}
              </strong>
              <span className={styles.small}>
                <Tag icon="clock">{words.inForce(sayDay(validFrom), null)}</Tag>
                {undecided > 0 && <Tag tone="soon">{words.leftoverCount(undecided)}</Tag>}
                {fatal > 0 && <Tag tone="overdue">{words.doubts}</Tag>}
                <span>
                  {words.proposed(proposedBy, moment(Date.parse(proposedAt), now, language))} · {sourceName}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
