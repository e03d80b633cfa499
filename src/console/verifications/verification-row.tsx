import { Link } from '@tanstack/react-router';
import type { VerificationCard } from '../../http/verification-views.ts';
import { Tag } from '../components/tag.tsx';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { shortMoment } from '../time/moments.ts';
import { outcomeTone } from './outcome-tone.ts';
import { Stars } from './stars.tsx';
import styles from './verifications.module.css';
import { useVerificationWords } from './words.ts';

/** One low rating in the list: what was rated, who looks into it, where it stands. */
export function VerificationRow({ item }: { item: VerificationCard }) {
  const words = useVerificationWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  return (
    <Link to="/verifications/$reference" params={{ reference: item.reference }} className={styles.row}>
      <Stars level={item.level} />
      <span className={styles.what}>
        <span className={styles.line}>
          <strong className={styles.name}>{item.enterprise}</strong>
          <span className="quiet figures">{item.reference}</span>
        </span>
        <span className={styles.detail}>
          {words.rates(item.rated, item.subject)}
          {item.declarationNo !== null && <span className="figures"> · {item.declarationNo}</span>}
          {item.unitName !== null && ` · ${item.unitName}`}
        </span>
      </span>
      <span className={styles.marks}>
        {item.isAppeal && <Tag icon="swap">{words.appeal}</Tag>}
        {item.isAppealed && <Tag icon="swap">{words.appealed}</Tag>}
        {item.outcome === null ? (
          <Tag>{words.stages[item.stage]}</Tag>
        ) : (
          <Tag tone={outcomeTone[item.outcome]}>{words.outcomes[item.outcome]}</Tag>
        )}
        {item.actions > 0 && (
          <Tag tone={item.actionsLeft === 0 ? 'met' : 'neutral'} icon="repair">
            {words.actionsOf(item.actionsLeft, item.actions)}
          </Tag>
        )}
        {item.nextDueAt !== null && item.outcome === null && (
          <Tag tone={item.isOverdue ? 'overdue' : 'neutral'} icon={item.isOverdue ? 'warning' : 'clock'}>
            {(item.isOverdue ? words.overdue : words.due)(shortMoment(Date.parse(item.nextDueAt), now, language))}
          </Tag>
        )}
        <Tag icon="person">{item.assignee ?? words.nobody}</Tag>
      </span>
    </Link>
  );
}
