import type { ReactNode } from 'react';
import styles from './filter-chip.module.css';

/** One of several things by which the list can be narrowed. Pressed again it is chosen no more. */
export function FilterChip({ isOn, press, children }: { isOn: boolean; press: () => void; children: ReactNode }) {
  return (
    <button type="button" aria-pressed={isOn} className={styles.chip} onClick={press}>
      {children}
    </button>
  );
}
