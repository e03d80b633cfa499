import type { ReactNode } from 'react';
import type { ActionView } from '../../http/verification-views.ts';
import type { ActionStage } from '../../rules/rating/verification-actions.ts';
import { Tag } from '../components/tag.tsx';
import { useLanguage } from '../language/language.tsx';
import type { Tone } from '../time/clock-face.ts';
import { useDeskNow } from '../time/desk-time.ts';
import { shortMoment } from '../time/moments.ts';
import styles from './action-card.module.css';
import { readableDay } from './days.ts';
import { useVerificationWords } from './words.ts';

const tones: Readonly<Record<ActionStage, Tone>> = {
  open: 'neutral',
  overdue: 'overdue',
  awaitingCheck: 'soon',
  checkOverdue: 'overdue',
  checked: 'met',
};

/** One corrective action: what, who, until when, how far. */
export function ActionCard({ action, children }: { action: ActionView; children?: ReactNode }) {
  const words = useVerificationWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const { stage, isEffective, owner } = action;
  return (
    <article className={styles.action}>
      <p className={styles.what}>{action.what}</p>
      <div className={styles.tags}>
        <Tag tone={isEffective === false ? 'overdue' : tones[stage]}>
          {isEffective === null || stage !== 'checked'
            ? words.actionStages[stage]
            : isEffective
              ? words.effective
              : words.notEffective}
        </Tag>
        <Tag icon="clock">{words.until(readableDay(action.dueOn))}</Tag>
        <Tag icon="person" title={`${owner.title}, ${owner.unitName}`}>
          {owner.name}
        </Tag>
        {action.checkDueOn !== null && stage !== 'checked' && (
          <Tag icon="search">{words.checkOn(readableDay(action.checkDueOn))}</Tag>
        )}
      </div>
      {action.doneAt !== null && (
        <p className={styles.note}>
          {words.done(shortMoment(Date.parse(action.doneAt), now, language), action.doneNote ?? '')}
        </p>
      )}
      {action.checkNote !== null && (
        <p className={styles.note}>
          {words.checkedBy(action.checkedBy ?? '')}: {action.checkNote}
        </p>
      )}
      {children}
    </article>
  );
}
