import { Attachments } from './attachments.tsx';
import { Choices } from './choices.tsx';
import type { Conversation } from './conversation.ts';
import { timeOf } from './dates.ts';
import type { Entry } from './entries.ts';
import { ClockIcon, ReplyIcon, TickIcon, TwoTicksIcon } from './icons.tsx';
import { useLanguage } from './language.tsx';
import { RichText } from './rich-text.tsx';

export function Bubble({
  entry,
  isFirst,
  zone,
  conversation,
  onReply,
}: {
  entry: Entry;
  /** The first of several in a row by the same author. */
  isFirst: boolean;
  zone: string;
  conversation: Conversation;
  onReply: (entry: Entry) => void;
}) {
  const { words } = useLanguage();
  const side = entry.author === 'person' ? 'from-person' : 'from-bot';
  const speaker = { person: words.you, bot: words.bot, officer: words.officer }[entry.author];

  return (
    <article className={`${side} ${isFirst ? 'first' : ''}`} aria-label={speaker}>
      {isFirst && entry.author === 'officer' && <p className="speaker">{words.officer}</p>}
      <div className="bubble-line">
        <div className={`bubble ${entry.author}`}>
          {entry.files.length > 0 && <Attachments files={entry.files} />}
          {entry.text !== '' && <RichText text={entry.text} isTyped={entry.author === 'person'} />}
          <span className="stamp">
            <time dateTime={entry.at}>{timeOf(new Date(entry.at), zone)}</time>
            <Mark mark={entry.mark} />
          </span>
        </div>
        {entry.replyKey !== null && (
          <button type="button" className="icon-button reply" aria-label={words.reply} onClick={() => onReply(entry)}>
            <ReplyIcon />
          </button>
        )}
      </div>
      {entry.choices.length > 0 && (
        <Choices entry={entry} onTake={(value) => conversation.say({ value, replyTo: entry.replyKey })} />
      )}
      {entry.mark === 'failed' && <Unsent entry={entry} conversation={conversation} />}
    </article>
  );
}

function Mark({ mark }: { mark: Entry['mark'] }) {
  const { words } = useLanguage();
  if (mark === null || mark === 'failed') return null;
  const Icon = { sending: ClockIcon, kept: TickIcon, handled: TwoTicksIcon }[mark];
  return (
    <span className="mark" title={words[mark]}>
      <Icon />
      <span className="hidden">{words[mark]}</span>
    </span>
  );
}

function Unsent({ entry: { clientId, refusal }, conversation }: { entry: Entry; conversation: Conversation }) {
  const { words } = useLanguage();
  if (clientId === null) return null;
  return (
    <p className="unsent" role="alert">
      {refusal || words.failed}
      {' · '}
      <button type="button" onClick={() => conversation.retry(clientId)}>
        {words.tryAgain}
      </button>
      {' · '}
      <button type="button" onClick={() => conversation.discard(clientId)}>
        {words.discard}
      </button>
    </p>
  );
}
