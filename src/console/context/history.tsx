import type { EventView } from '../../http/views.ts';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { shortMoment } from '../time/moments.ts';
import styles from './history.module.css';

/** What happened to the case, newest first. */
export function History({ events }: { events: readonly EventView[] }) {
  const { language } = useLanguage();
  const now = useDeskNow();
  return (
    <ol reversed className={styles.history}>
      {events.toReversed().map((event) => (
        <li key={event.ordinal}>
          <time dateTime={event.at}>{shortMoment(Date.parse(event.at), now, language)}</time>
          <span>{event.text}</span>
        </li>
      ))}
    </ol>
  );
}
