import { Link } from '@tanstack/react-router';
import type { CaseListItem } from '../../http/views.ts';
import { useInboxWords } from '../inbox/inbox-words.ts';
import { CardLabels } from '../labels/card-labels.tsx';
import { useLanguage } from '../language/language.tsx';
import type { Phrases } from '../language/phrases.vi.ts';
import { useReminderWords } from '../reminders/words.ts';
import { useDeskNow } from '../time/desk-time.ts';
import { duration } from '../time/durations.ts';
import { dayKey, shortMoment } from '../time/moments.ts';
import styles from './case-card.module.css';
import { ChannelIcon } from './channel-icon.tsx';
import { LeadingClockBadge } from './clock-badge.tsx';
import { withoutEmphasis } from './emphasis.ts';
import { Icon } from './icons.tsx';
import { Initials } from './initials.tsx';
import { Tag } from './tag.tsx';

/** What belongs to the officer who looks at the list. */
interface CardMark {
  unread: number;
  present: readonly { name: string; activity: 'viewing' | 'typing' | 'idle' }[];
}

interface CaseCardProps {
  item: CaseListItem;
  mark?: CardMark | undefined;
  /** When the officer who looks wants to be reminded of it. */
  remindAt?: string | undefined;
}

/** One case in the list: who, what was said last, and what is due. */
export function CaseCard({ item, mark, remindAt }: CaseCardProps) {
  const words = useInboxWords();
  const { phrases } = useLanguage();
  const name = item.enterprise?.name ?? phrases.unknownEnterprise;
  return (
    <Link
      to="/cases/$reference"
      params={{ reference: item.reference }}
      search={(current) => current}
      className={styles.card}
      data-case-card={item.reference}
      data-unread={(mark?.unread ?? 0) > 0}
    >
      <span className={styles.face}>
        <Initials name={name} />
        {item.channel !== null && <ChannelIcon channel={item.channel} />}
      </span>
      <span className={styles.body}>
        <span className={styles.line}>
          <strong className={styles.name}>{name}</strong>
          <Age at={item.lastMessage?.at ?? item.openedAt} />
        </span>
        <span className={styles.line}>
          <span className={styles.preview}>
            <span className="figures">{item.reference}</span> · {preview(item, phrases)}
          </span>
          {mark !== undefined && mark.unread > 0 && (
            <span className={styles.unread} role="img" aria-label={words.unread(mark.unread)}>
              {mark.unread > 9 ? '9+' : mark.unread}
            </span>
          )}
          {remindAt !== undefined && <ReminderMark at={remindAt} />}
          {item.assignee !== null && (
            <span title={phrases.assignedTo(item.assignee.name)}>
              <Initials name={item.assignee.name} small />
            </span>
          )}
        </span>
        <span className={styles.marks}>
          {item.urgent && (
            <Tag tone="overdue" icon="warning">
              {phrases.urgent}
            </Tag>
          )}
          {item.level > 1 && <Tag>{phrases.level(item.level)}</Tag>}
          <LeadingClockBadge clocks={item.clocks} />
          <CardLabels labels={item.labels} />
          {mark !== undefined && mark.present.length > 0 && <PresentMark present={mark.present} />}
        </span>
      </span>
    </Link>
  );
}

/** A dot for colleagues who have the case open; a pencil where one of them writes. */
function PresentMark({ present }: Pick<CardMark, 'present'>) {
  const words = useInboxWords();
  const typing = present.filter(({ activity }) => activity === 'typing');
  const says =
    typing.length > 0
      ? words.typing(typing.map(({ name }) => name).join(', '))
      : words.present(present.map(({ name }) => name).join(', '));
  return (
    <span className={styles.present} role="img" aria-label={says} title={says} data-typing={typing.length > 0}>
      {typing.length > 0 ? <Icon name="pencil" size={12} /> : <span className={styles.dot} />}
    </span>
  );
}

function ReminderMark({ at }: { at: string }) {
  const words = useReminderWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const says = words.setFor(shortMoment(Date.parse(at), now, language));
  return (
    <span className={styles.reminder} role="img" aria-label={says} title={says}>
      <Icon name="bell" size={14} />
    </span>
  );
}

function Age({ at }: { at: string }) {
  const { phrases, language } = useLanguage();
  const now = useDeskNow();
  return (
    <time dateTime={at} className={styles.age} title={shortMoment(Date.parse(at), now, language)}>
      {age(Date.parse(at))}
    </time>
  );

  function age(then: number): string {
    if (now - then < 60_000) return phrases.justNow;
    if (dayKey(then) !== dayKey(now)) return shortMoment(then, now, language);
    return duration(now - then, phrases.units)
      .split(' ')
      .slice(0, 2)
      .join(' ');
  }
}

function preview(item: CaseListItem, phrases: Phrases): string {
  if (item.lastMessage === null) return item.description;
  const speakers = { person: '', bot: `${phrases.bot}: `, officer: `${phrases.officer}: ` };
  return speakers[item.lastMessage.author] + withoutEmphasis(item.lastMessage.text);
}
