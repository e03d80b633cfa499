import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
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
  const { by, text, isUnread } = mention;
  return (
    <NewsCard of={mention} at={mention.at} isNew={isUnread} text={text}>
      <strong>{words.by(by)}</strong>
      {isUnread && (
        <Tag tone="soon" icon="bell">
          {words.unread}
        </Tag>
      )}
    </NewsCard>
  );
}

function WatchedCard({ watched }: { watched: WatchedView['watched'][number] }) {
  const words = useWatchingWords();
  const { description, lastActivityAt, newMessages } = watched;
  return (
    <NewsCard of={watched} at={lastActivityAt} isNew={newMessages > 0} text={description}>
      <Tag tone={newMessages > 0 ? 'soon' : 'neutral'} icon={newMessages > 0 ? 'bell' : 'check'}>
        {newMessages > 0 ? words.newMessages(newMessages) : words.nothingNew}
      </Tag>
    </NewsCard>
  );
}

interface NewsCardProps {
  of: Pick<WatchedView['mentions'][number], 'reference' | 'enterprise'>;
  at: string;
  isNew: boolean;
  text: string;
  /** What stands before the time. */
  children: ReactNode;
}

function NewsCard({ of: { reference, enterprise }, at, isNew, text, children }: NewsCardProps) {
  const { phrases, language } = useLanguage();
  const now = useDeskNow();
  return (
    <article className={styles.alert} data-waiting={isNew}>
      <div className={styles.words}>
        <div className={styles.tags}>
          {children}
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
