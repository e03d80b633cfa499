import { Link } from '@tanstack/react-router';
import type { LowLoop } from '../../reports/ratings/summary.ts';
import styles from './ratings.module.css';
import { useSaying } from './say.ts';
import { useRatingWords } from './words.ts';

const stages = ['low', 'verified', 'contacted', 'decided', 'told', 'acted', 'checked'] as const;

/** How far the low ratings of the period came. Opens the list of verifications. */
export function Loop({ loop }: { loop: LowLoop }) {
  const words = useRatingWords();
  const say = useSaying();
  const medians: Partial<Record<(typeof stages)[number], number | null>> = {
    contacted: loop.contactedDays,
    decided: loop.decidedDays,
    told: loop.toldDays,
  };
  return (
    <section className={`${styles.card} ${styles.below}`} aria-label={words.loop}>
      <div className={styles.cardTop}>
        <h2 className={styles.title}>{words.loop}</h2>
      </div>
      <ol className={styles.stages}>
        {stages.map((stage) => {
          const median = medians[stage];
          return (
            <li key={stage}>
              <Link to="/verifications" search={{ show: 'all' }} className={styles.stage}>
                <span className={styles.tileName}>{words.loopStages[stage]}</span>
                <strong className={styles.tileValue}>{say.count(loop[stage])}</strong>
                <span className={styles.track} aria-hidden="true">
                  {loop[stage] > 0 && (
                    <span className={styles.fill} style={{ width: `${(loop[stage] / loop.low) * 100}%` }} />
                  )}
                </span>
                <span className={styles.tileNote}>{median == null ? ' ' : words.median(say.decimal(median, 1))}</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
