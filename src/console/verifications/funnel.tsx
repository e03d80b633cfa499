import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Stage } from '../../rules/rating/verification-funnel.ts';
import { funnelQuery } from './queries.ts';
import styles from './verifications.module.css';
import { useVerificationWords } from './words.ts';

/** How many came how far, and how fast. Each number opens the cases behind it. */
export function Funnel({ from, reached }: { from: string | undefined; reached: Stage | undefined }) {
  const words = useVerificationWords();
  const { data: funnel } = useQuery(funnelQuery(from));
  if (funnel === undefined) return <div className={styles.funnelWaiting} />;
  const most = Math.max(1, ...funnel.stages.map(({ count }) => count));
  return (
    <section aria-label={words.funnel} className={styles.funnel}>
      <div className={styles.stage} title={words.ratingsHint}>
        <span className={styles.stageName}>{words.ratings}</span>
        <strong className={styles.count}>{funnel.ratings}</strong>
      </div>
      {funnel.stages.map(({ stage, count, medianWorkingDays }) => (
        <Link
          key={stage}
          to="/verifications"
          search={(current) => ({ ...current, show: 'all' as const, reached: stage })}
          className={styles.stage}
          aria-current={reached === stage ? 'true' : undefined}
        >
          <span className={styles.stageName}>{words.stages[stage]}</span>
          <strong className={styles.count}>{count}</strong>
          <span className={styles.track} aria-hidden="true">
            <span className={styles.fill} style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <span className={styles.median}>
            {medianWorkingDays === null ? words.noMedian : words.median(medianWorkingDays)}
          </span>
        </Link>
      ))}
    </section>
  );
}
