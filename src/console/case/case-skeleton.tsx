import { Skeleton } from '@mantine/core';
import styles from './case-skeleton.module.css';

/** Holds the places of a case that is on its way, so that nothing moves when it comes. */
export function CaseSkeleton({ label, hasRoomBeside }: { label: string; hasRoomBeside: boolean }) {
  return (
    <div role="status" aria-label={label} className={styles.page}>
      <div className={styles.talk}>
        <div className={styles.header}>
          <Skeleton height={26} width="55%" />
          <Skeleton height={20} width="40%" />
        </div>
        <div className={styles.thread}>
          <Skeleton height={72} width="62%" radius={14} />
          <Skeleton height={52} width="48%" radius={14} className={styles.answer ?? ''} />
          <Skeleton height={72} width="56%" radius={14} />
        </div>
        <div className={styles.composer}>
          <Skeleton height={26} width={170} />
          <Skeleton height={74} />
        </div>
      </div>
      {hasRoomBeside && (
        <div className={styles.context}>
          {[1, 2, 3, 4].map((place) => (
            <Skeleton key={place} height={20} width="60%" />
          ))}
        </div>
      )}
    </div>
  );
}
