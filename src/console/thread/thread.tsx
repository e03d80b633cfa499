import { useEffect, useState } from 'react';
import type { MessageView } from '../../http/views.ts';
import { Icon } from '../components/icons.tsx';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { dayHeading, dayKey } from '../time/moments.ts';
import { firstOf, partsOfThread, type ThreadPart } from './bot-turns.ts';
import { BotTurnsRow } from './bot-turns-row.tsx';
import { useBotWords } from './bot-words.ts';
import { useDeskWords } from './desk-words.ts';
import { MessageRow } from './message-row.tsx';
import styles from './thread.module.css';
import { Understanding } from './understanding.tsx';
import { useReading } from './use-reading.ts';
import { useStayAtEnd } from './use-stay-at-end.ts';

/** Everything said on the case, oldest first. Stays at the newest unless the officer scrolled up to read. */
export function Thread({ messages, reference }: { messages: readonly MessageView[]; reference: string }) {
  const { phrases } = useLanguage();
  const words = useBotWords();
  const { place, content, isAway, toEnd, scrolled } = useStayAtEnd();
  const firstNewId = useReading(reference, messages);
  const below = useNewBelow(messages, isAway);
  const parts = partsOfThread(messages, firstNewId);
  return (
    <div className={styles.place}>
      <section ref={place} onScroll={scrolled} aria-label={phrases.thread} className={styles.scroll}>
        <div ref={content}>
          <Understanding reference={reference} messages={messages} />
          {messages.length === 0 && <p className="quiet">{phrases.emptyThread}</p>}
          <ol className={styles.messages}>
            {parts.map((part, index) => (
              <PartWithDay
                key={firstOf(part).id}
                part={part}
                before={parts[index - 1]}
                reference={reference}
                isFirstNew={firstOf(part).id === firstNewId}
              />
            ))}
          </ol>
        </div>
      </section>
      {isAway && (
        <button type="button" className={styles.jump} onClick={toEnd}>
          <Icon name="down" size={15} />
          {below > 0 ? words.newBelow(below) : phrases.jumpToNewest}
        </button>
      )}
    </div>
  );
}

/** How many messages came since the reader left the end. */
function useNewBelow(messages: readonly MessageView[], isAway: boolean): number {
  const newest = messages.at(-1)?.id ?? 0;
  const [leftAtId, setLeftAtId] = useState(newest);
  useEffect(() => {
    if (!isAway) setLeftAtId(newest);
  }, [isAway, newest]);
  return messages.filter(({ id }) => id > leftAtId).length;
}

interface PartWithDayProps {
  part: ThreadPart;
  before: ThreadPart | undefined;
  reference: string;
  isFirstNew: boolean;
}

function PartWithDay({ part, before, reference, isFirstNew }: PartWithDayProps) {
  const words = useDeskWords();
  const { phrases, language } = useLanguage();
  const now = useDeskNow();
  const at = Date.parse(firstOf(part).at);
  const isNewDay = before === undefined || dayKey(Date.parse(firstOf(before).at)) !== dayKey(at);
  return (
    <>
      {isNewDay && <li className={styles.day}>{dayHeading(at, now, language, phrases)}</li>}
      {isFirstNew && <li className={styles.newSince}>{words.newSince}</li>}
      {part.kind === 'message' ? (
        <MessageRow message={part.message} reference={reference} />
      ) : (
        <BotTurnsRow turns={part.turns} reference={reference} />
      )}
    </>
  );
}
