import type { ReactNode } from 'react';
import { Icon, type IconName } from '../../components/icons.tsx';
import styles from '../page.module.css';

/** Beside a list of which nothing is chosen yet: what choosing shows, and what the list holds. */
export function NothingChosen({ icon, says, children }: { icon: IconName; says: string; children?: ReactNode }) {
  return (
    <>
      <div className={styles.nothing}>
        <Icon name={icon} size={28} />
        <p>{says}</p>
      </div>
      {children}
    </>
  );
}
