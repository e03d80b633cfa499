import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import styles from './quiet-place.module.css';

/** Says in the middle of an empty place why it is empty. */
export function QuietPlace({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <div className={styles.place}>
      <Icon name={icon} size={30} />
      {children}
    </div>
  );
}
