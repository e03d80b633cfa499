import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { AppendixView } from '../../http/library-views.ts';
import { Failure } from '../components/failure.tsx';
import { Tag } from '../components/tag.tsx';
import { usePhrases } from '../language/language.tsx';
import { lastDayBefore, sayDay } from '../time/days.ts';
import styles from './appendix-page.module.css';
import { ArticleText } from './article-text.tsx';
import { appendixQuery } from './data.ts';
import { Notice } from './notice.tsx';
import { VersionChips } from './version-chips.tsx';
import { useLibraryWords } from './words.ts';

const route = getRouteApi('/signedIn/library/$code');

/** One appendix as it stood on the chosen day, or one of its versions, to be read from beginning to end. */
export function AppendixPage() {
  const phrases = usePhrases();
  const { code } = route.useParams();
  const { asOf, version } = route.useSearch();
  const { data: appendix, error, refetch } = useQuery(appendixQuery(code, { asOf, version }));
  if (appendix === undefined) {
    if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
    return <Loader m="xl" size="sm" aria-label={phrases.loading} />;
  }
  return <Document appendix={appendix} />;
}

function Document({ appendix }: { appendix: AppendixView }) {
  const words = useLibraryWords();
  const { code, title, validFrom, validUntil, ownerUnit, legalBasis, notice, note, articles } = appendix;
  const until = validUntil === null ? null : sayDay(lastDayBefore(validUntil));
  return (
    <div className={styles.page}>
      <article className={styles.document}>
        <header>
          <p className={styles.code}>{code}</p>
          <h2 className={styles.title}>{title}</h2>
          <p className={styles.facts}>
            <Tag icon="clock">{words.inForce(sayDay(validFrom), until)}</Tag>
            {ownerUnit !== null && (
              <span>
                {words.owner}: {ownerUnit}
              </span>
            )}
          </p>
          <VersionChips code={code} shownId={appendix.versionId} />
          {notice !== null && <Notice sentence={notice} note={note} />}
        </header>
        {articles.map((article) => (
          <ArticleText key={article.number} article={article} />
        ))}
        {legalBasis.length > 0 && (
          <footer className={styles.basis}>
            <h3>{words.legalBasis}</h3>
            <ul>
              {legalBasis.map((law) => (
                <li key={law}>{law}</li>
              ))}
            </ul>
          </footer>
        )}
      </article>
      <nav className={styles.contents} aria-label={words.contents}>
        <h3>{words.contents}</h3>
        <ol>
          {articles.map(({ number, heading }) => (
            <li key={number}>
              <a href={`#dieu-${number}`}>
                {words.article} {number}. {heading}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </div>
  );
}
