import { Link } from '@tanstack/react-router';
import type { AppendixSummaryView } from '../../http/library-views.ts';
import { Tag } from '../components/tag.tsx';
import styles from './library-page.module.css';
import { useLibraryWords } from './words.ts';

/** What applies on the chosen day, each with its code and the number of its articles. */
export function AppendixList({ appendices }: { appendices: readonly AppendixSummaryView[] }) {
  const words = useLibraryWords();
  if (appendices.length === 0) return <p className={styles.none}>{words.none}</p>;
  return (
    <ul className={styles.list}>
      {appendices.map(({ code, title, articles, status }) => (
        <li key={code}>
          <Link
            to="/library/$code"
            params={{ code }}
            search={({ asOf }: { asOf?: string | undefined }) => (asOf === undefined ? {} : { asOf })}
            activeOptions={{ includeSearch: false }}
            className={styles.appendix}
          >
            <span className={styles.code}>{code}</span>
            <span className={styles.name}>
              <span>{title}</span>
              <span className={styles.small}>
                {words.articleCount(articles.length)}
                {status === 'illustration' && <Tag tone="soon">{words.demonstration}</Tag>}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
