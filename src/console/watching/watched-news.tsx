import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { WatchedView } from '../../http/watching-routes.ts';
import styles from '../alerts/alerts-page.module.css';
import { Tag } from '../components/tag.tsx';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import { watchedQuery } from './data.ts';
import { useWatchingWords } from './words.ts';

/** On the page of alerts: notes that name the officer, and watched cases. Opening a case is reading it. */
export function WatchedNews() {
  const words = useWatchingWords();
  const { data } = useQuery(watchedQuery);
  if (data === undefined) return null;
  return (
    <>
      {data.mentions.length > 0 && (
        <section aria-label={words.mentions}>
          <h2 className={styles.group}>{words.mentions}</h2>
          <ul className={styles.alerts}>
            {data.mentions.map((mention) => (
              <li key={mention.messageId}>
                <MentionCard mention={mention} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {data.watched.length > 0 && (
        <section aria-label={words.watched}>
          <h2 className={styles.group}>{words.watched}</h2>
          <ul className={styles.alerts}>
            {data.watched.map((each) => (
              <li key={each.reference}>
                <WatchedCard watched={each} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function MentionCard({ mention }: { mention: WatchedView['mentions'][number] }) {
  const words = useWatchingWords();
  const { phrases, language } = useLanguage();
  const now = useDeskNow();
  const { reference, enterprise, by, text, at, isUnread } = mention;
  return (
    <article className={styles.alert} data-waiting={isUnread}>
      <div className={styles.words}>
        <div className={styles.tags}>
          <strong>{words.by(by)}</strong>
          {isUnread && (
            <Tag tone="soon" icon="bell">
              {words.unread}
            </Tag>
          )}
          <time dateTime={at} className="quiet figures">
            {moment(Date.parse(at), now, language)}
          </time>
        </div>
        <p className={styles.text}>{text}</p>
        <p className={styles.foot}>
          <Link to="/cases/$reference" params={{ reference }} search={{ box: 'all' }}>
            {phrases.openCase(reference)}
          </Link>
          {enterprise !== null && <span className="quiet">{enterprise}</span>}
        </p>
      </div>
    </article>
  );
}

function WatchedCard({ watched }: { watched: WatchedView['watched'][number] }) {
  const words = useWatchingWords();
  const { phrases, language } = useLanguage();
  const now = useDeskNow();
  const { reference, enterprise, description, lastActivityAt, newMessages } = watched;
  return (
    <article className={styles.alert} data-waiting={newMessages > 0}>
      <div className={styles.words}>
        <div className={styles.tags}>
          <Tag tone={newMessages > 0 ? 'soon' : 'neutral'} icon={newMessages > 0 ? 'bell' : 'check'}>
            {newMessages > 0 ? words.newMessages(newMessages) : words.nothingNew}
          </Tag>
          <time dateTime={lastActivityAt} className="quiet figures">
            {moment(Date.parse(lastActivityAt), now, language)}
          </time>
        </div>
        <p className={styles.text}>{description}</p>
        <p className={styles.foot}>
          <Link to="/cases/$reference" params={{ reference }} search={{ box: 'all' }}>
            {phrases.openCase(reference)}
          </Link>
          {enterprise !== null && <span className="quiet">{enterprise}</span>}
        </p>
      </div>
    </article>
  );
}
