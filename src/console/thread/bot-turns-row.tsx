import { useId, useState } from 'react';
import type { MessageView } from '../../http/views.ts';
import { Icon } from '../components/icons.tsx';
import { useLanguage } from '../language/language.tsx';
import { timeOfDay } from '../time/moments.ts';
import styles from './bot-turns.module.css';
import { useBotWords } from './bot-words.ts';
import { MessageRow } from './message-row.tsx';

interface BotTurnsRowProps {
  turns: readonly [MessageView, ...MessageView[]];
  reference: string;
}

/** What the bot said in a row, in one line that opens. */
export function BotTurnsRow({ turns, reference }: BotTurnsRowProps) {
  const { language } = useLanguage();
  const words = useBotWords();
  const [isOpen, setOpen] = useState(false);
  const content = useId();
  const from = timeOfDay(Date.parse(turns[0].at), language);
  const until = timeOfDay(Date.parse(turns.at(-1)?.at ?? turns[0].at), language);
  const asked = turns.filter(({ choices }) => choices.length > 0).length;
  return (
    <>
      <li className={styles.line}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={isOpen}
          aria-controls={content}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={styles.chevron} data-open={isOpen}>
            <Icon name="down" size={13} />
          </span>
          {asked === turns.length ? words.asked(asked) : words.said(turns.length)}
          <span className="figures"> · {from === until ? from : `${from}–${until}`}</span>
        </button>
      </li>
      <li id={content} hidden={!isOpen} className={styles.turns}>
        {isOpen && (
          <ol className={styles.list}>
            {turns.map((message) => (
              <MessageRow key={message.id} message={message} reference={reference} />
            ))}
          </ol>
        )}
      </li>
    </>
  );
}
