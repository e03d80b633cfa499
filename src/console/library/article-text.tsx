import type { AppendixView } from '../../http/library-views.ts';
import { Tag } from '../components/tag.tsx';
import styles from './article-text.module.css';
import { CopyQuotation } from './copy-quotation.tsx';
import { useLibraryWords } from './words.ts';

/** One article, numbered as printed; each clause can be copied with its address. */
export function ArticleText({ article }: { article: AppendixView['articles'][number] }) {
  const words = useLibraryWords();
  const { number, heading, chapter, text, basis, clauses, address } = article;
  return (
    <section id={`dieu-${number}`} className={styles.article} aria-label={address}>
      {chapter !== null && <p className={styles.chapter}>{chapter}</p>}
      <h3 className={styles.heading} lang="vi">
        Điều {number}. {heading}
        {basis !== null && <Tag tone={basis === 'law' ? 'met' : 'neutral'}>{words.basis[basis]}</Tag>}
      </h3>
      {text !== '' && <p className={styles.text}>{text}</p>}
      {clauses.map((clause) => (
        <div key={clause.address} className={styles.clause} id={idOf(clause.address)}>
          <span className={styles.number}>{clause.number === '' ? '' : `${clause.number}.`}</span>
          <div className={styles.words} lang="vi">
            {clause.text !== '' && <p className={styles.text}>{clause.text}</p>}
            {clause.points.map((point) => (
              <p key={point.number} className={styles.point}>
                <span className={styles.number}>{point.number})</span>
                <span className={styles.text}>{point.text}</span>
              </p>
            ))}
          </div>
          <CopyQuotation
            address={clause.address}
            text={[clause.text, ...clause.points.map((point) => `${point.number}) ${point.text}`)].join('\n')}
          />
        </div>
      ))}
    </section>
  );
}

function idOf(address: string): string {
  return address.replace(/\s+/gu, '-').toLowerCase();
}
