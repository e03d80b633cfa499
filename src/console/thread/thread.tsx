import type { MessageView } from '../../http/views.ts';
import { Icon } from '../components/icons.tsx';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { dayHeading, dayKey } from '../time/moments.ts';
import { useDeskWords } from './desk-words.ts';
import { MessageRow } from './message-row.tsx';
import styles from './thread.module.css';
import { useReading } from './use-reading.ts';
import { useStayAtEnd } from './use-stay-at-end.ts';

/** Everything said on the case, oldest first. Stays at the newest unless the officer scrolled up to read. */
export function Thread({ messages, reference }: { messages: readonly MessageView[]; reference: string }) {
  const { phrases } = useLanguage();
  const { place, content, isAway, toEnd, scrolled } = useStayAtEnd();
  const firstNewId = useReading(reference, messages);
  return (
    <div className={styles.place}>
      <section ref={place} onScroll={scrolled} aria-label={phrases.thread} className={styles.scroll}>
        <div ref={content}>
          {messages.length === 0 && <p className="quiet">{phrases.emptyThread}</p>}
          <ol className={styles.messages}>
            {messages.map((message, index) => (
              <MessageWithDay
                key={message.id}
                message={message}
                before={messages[index - 1]}
                reference={reference}
                isFirstNew={message.id === firstNewId}
              />
            ))}
          </ol>
        </div>
      </section>
      {isAway && (
        <button type="button" className={styles.jump} onClick={toEnd}>
          <Icon name="down" size={15} />
          {phrases.jumpToNewest}
        </button>
      )}
    </div>
  );
}

interface MessageWithDayProps {
  message: MessageView;
  before: MessageView | undefined;
  reference: string;
  isFirstNew: boolean;
}

function MessageWithDay({ message, before, reference, isFirstNew }: MessageWithDayProps) {
  const words = useDeskWords();
  const { phrases, language } = useLanguage();
  const now = useDeskNow();
  const at = Date.parse(message.at);
  const isNewDay = before === undefined || dayKey(Date.parse(before.at)) !== dayKey(at);
  return (
    <>
      {isNewDay && <li className={styles.day}>{dayHeading(at, now, language, phrases)}</li>}
      {isFirstNew && <li className={styles.newSince}>{words.newSince}</li>}
      <MessageRow message={message} reference={reference} />
    </>
  );
}
