import type { VerificationDetail } from '../../http/verification-views.ts';
import { Tag } from '../components/tag.tsx';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import { Stars } from './stars.tsx';
import styles from './verification-page.module.css';
import { useVerificationWords } from './words.ts';

/** What the enterprise said, in its own words, with what it said before it changed its mind. */
export function RatingsGiven({ ratings }: { ratings: VerificationDetail['ratings'] }) {
  const words = useVerificationWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  return (
    <section aria-label={words.rated} className={styles.card}>
      <h2 className={styles.title}>{words.rated}</h2>
      <ul className={styles.given}>
        {ratings.map((rating) => (
          <li key={`${rating.subject} ${rating.ratedAt}`}>
            <div className={styles.givenHead}>
              <Stars level={rating.level} />
              <strong>{words.rates(rating.rated, rating.subject)}</strong>
              <time dateTime={rating.ratedAt} className="quiet figures">
                {moment(Date.parse(rating.ratedAt), now, language)}
              </time>
            </div>
            <div className={styles.reasons}>
              {rating.reasonCodes.map((code, place) => (
                <Tag key={code} tone="soon">
                  {words.reason(code, rating.reasons[place] ?? code)}
                </Tag>
              ))}
              {rating.hadNoContact && <Tag>{words.noContact}</Tag>}
              {rating.isDuringProcedure && <Tag>{words.during}</Tag>}
              {rating.earlier.length > 0 && (
                <Tag icon="clock">
                  {words.earlier(rating.earlier.map(({ level }) => words.stars(level)).join(', '))}
                </Tag>
              )}
            </div>
            {rating.comment === null ? (
              <p className="quiet">{words.noComment}</p>
            ) : (
              <blockquote className={styles.quote}>{rating.comment}</blockquote>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
