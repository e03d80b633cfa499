import type { ReactNode } from 'react';
import type { LabelOnCase } from '../../http/views.ts';
import styles from './label-chip.module.css';

interface LabelChipProps {
  label: Pick<LabelOnCase, 'name' | 'colour'>;
  /** What stands behind the name, as a button. */
  children?: ReactNode;
}

/** The name of a label, with a colour that only underlines it. */
export function LabelChip({ label: { name, colour }, children }: LabelChipProps) {
  return (
    <span className={`${styles.chip} ${styles[colour]}`} title={name}>
      <span className={styles.name}>{name}</span>
      {children}
    </span>
  );
}
