import type { LabelOnCase } from '../../http/views.ts';
import { LabelChip } from './label-chip.tsx';
import styles from './labels.module.css';
import { useLabelWords } from './words.ts';

const mostShown = 2;

/** The first labels of a case on its card; how many more there are, and which, behind them. */
export function CardLabels({ labels }: { labels: readonly LabelOnCase[] }) {
  const words = useLabelWords();
  if (labels.length === 0) return null;
  const rest = labels.slice(mostShown);
  const says = words.others(rest.map(({ name }) => name).join(', '));
  return (
    <span className={styles.few}>
      {labels.slice(0, mostShown).map((label) => (
        <LabelChip key={label.id} label={label} />
      ))}
      {rest.length > 0 && (
        <span className={`${styles.rest} figures`} role="img" aria-label={says} title={says}>
          +{rest.length}
        </span>
      )}
    </span>
  );
}
