import { Link } from '@tanstack/react-router';
import type { CaseListItem } from '../../http/views.ts';
import { useLanguage } from '../language/language.tsx';
import type { Phrases } from '../language/phrases.vi.ts';
import { useDeskNow } from '../time/desk-time.ts';
import { duration } from '../time/durations.ts';
import { dayKey, shortMoment } from '../time/moments.ts';
import styles from './case-card.module.css';
import { ChannelIcon } from './channel-icon.tsx';
import { LeadingClockBadge } from './clock-badge.tsx';
import { withoutEmphasis } from './emphasis.ts';
import { Initials } from './initials.tsx';
import { Tag } from './tag.tsx';

/** One case in the list: who, what was said last, and what is due. */
export function CaseCard({ item }: { item: CaseListItem }) {
  const { phrases } = useLanguage();
  const name = item.enterprise?.name ?? phrases.unknownEnterprise;
  return (
    <Link
      to="/cases/$reference"
      params={{ reference: item.reference }}
      search={(current) => current}
      className={styles.card}
      data-case-card
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
        </span>
      </span>
    </Link>
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
