import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { WallCard as Card } from '../../http/wall-routes.ts';
import { LeadingClockBadge } from '../components/clock-badge.tsx';
import { Icon } from '../components/icons.tsx';
import { Tag } from '../components/tag.tsx';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { shortMoment } from '../time/moments.ts';
import { wallQuery } from './data.ts';
import styles from './wall.module.css';
import { WallActions } from './wall-actions.tsx';
import { useWallWords } from './words.ts';

/** One case on the wall: what is due, who answers at its level and whether they know, and what can be done at once. */
export function WallCard({ card }: { card: Card }) {
  const { item } = card;
  const { phrases } = useLanguage();
  const words = useWallWords();
  const queryClient = useQueryClient();
  return (
    <article className={styles.card} aria-label={item.reference}>
      <div className={styles.cardTop}>
        <Link
          to="/cases/$reference"
          params={{ reference: item.reference }}
          search={{ box: 'all' }}
          className="link figures"
        >
          {item.reference}
        </Link>
        {item.urgent && (
          <Tag tone="overdue" icon="warning">
            {phrases.urgent}
          </Tag>
        )}
        {item.clocks.length > 0 ? <LeadingClockBadge clocks={item.clocks} /> : <Tag>{phrases.states[item.state]}</Tag>}
      </div>
      <strong className={styles.name}>{item.enterprise?.name ?? phrases.unknownEnterprise}</strong>
      <p className={styles.text}>{item.description}</p>
      <Acknowledgement alert={card.alert} />
      <p className={styles.fact}>
        <Icon name="person" size={14} />
        {words.assignee}: {item.assignee?.name ?? phrases.nobody} · {item.unitName}
      </p>
      <WallActions card={card} changed={() => void queryClient.invalidateQueries({ queryKey: wallQuery.queryKey })} />
    </article>
  );
}

function Acknowledgement({ alert }: { alert: Card['alert'] }) {
  const words = useWallWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  if (alert === null)
    return (
      <p className={styles.fact}>
        <Icon name="bell" size={14} />
        {words.nobodyTold}
      </p>
    );
  const say = (instant: string) => shortMoment(Date.parse(instant), now, language);
  const { officer, at, acknowledgedAt } = alert;
  return (
    <p className={styles.fact} data-tone={acknowledgedAt === null ? 'overdue' : 'met'}>
      <Icon name={acknowledgedAt === null ? 'warning' : 'check'} size={14} />
      {acknowledgedAt === null
        ? words.notAcknowledged(officer.name, say(at))
        : words.acknowledged(officer.name, say(acknowledgedAt))}
    </p>
  );
}
