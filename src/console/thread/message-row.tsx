import type { MessageView } from '../../http/views.ts';
import { ChannelIcon } from '../components/channel-icon.tsx';
import { Icon } from '../components/icons.tsx';
import { useLanguage } from '../language/language.tsx';
import type { Phrases } from '../language/phrases.vi.ts';
import { deskNowMs } from '../time/desk-time.ts';
import { moment, timeOfDay } from '../time/moments.ts';
import { DeliveryMark } from './delivery-mark.tsx';
import { EarlierTexts } from './earlier-texts.tsx';
import { MessageFiles } from './message-files.tsx';
import styles from './message-row.module.css';
import { MessageText } from './message-text.tsx';
import { SentDetail } from './sent-detail.tsx';

/** One utterance: the enterprise on the left, the officer on the right, the bot in the middle, a note across. */
export function MessageRow({ message, reference }: { message: MessageView; reference: string }) {
  const { phrases, language } = useLanguage();
  const at = Date.parse(message.at);
  return (
    <li className={styles.row} data-from={message.isNote ? 'note' : message.author}>
      <article className={styles.bubble} aria-label={speaker(message, phrases)}>
        <header className={styles.head}>
          {message.isNote && <Icon name="lock" size={13} />}
          <strong>{speaker(message, phrases)}</strong>
          {message.channel !== null && message.author === 'person' && <ChannelIcon channel={message.channel} />}
          <time dateTime={message.at} title={moment(at, deskNowMs(), language)}>
            {timeOfDay(at, language)}
          </time>
        </header>
        <MessageText message={message} />
        {message.choices.length > 0 && (
          <ul className={styles.choices}>
            {message.choices.map((choice) => (
              <li key={choice}>{choice}</li>
            ))}
          </ul>
        )}
        {message.detail !== null && <SentDetail detail={message.detail} />}
        <MessageFiles files={message.files} />
        <EarlierTexts earlierTexts={message.earlierTexts} />
        {message.delivery !== null && <DeliveryMark message={message} state={message.delivery} reference={reference} />}
      </article>
    </li>
  );
}

function speaker(message: MessageView, phrases: Phrases): string {
  const name = message.officer?.name ?? phrases.officer;
  if (message.isNote) return `${phrases.note} · ${name}`;
  if (message.author === 'officer') return name;
  return message.author === 'bot' ? phrases.bot : phrases.enterprise;
}
