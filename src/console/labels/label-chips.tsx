import type { LabelOnCase } from '../../http/views.ts';
import { LabelChip } from './label-chip.tsx';
import styles from './labels.module.css';

/** Labels beside one another. */
export function LabelChips({ labels }: { labels: readonly Pick<LabelOnCase, 'id' | 'name' | 'colour'>[] }) {
  return (
    <span className={styles.chips}>
      {labels.map((label) => (
        <LabelChip key={label.id} label={label} />
      ))}
    </span>
  );
}
