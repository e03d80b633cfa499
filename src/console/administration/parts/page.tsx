import type { ReactNode } from 'react';
import styles from '../page.module.css';

interface PageProps {
  title: string;
  /** What the page is for, in a sentence. */
  lead: string;
  /** What can be done to the whole. */
  deeds?: ReactNode;
  children: ReactNode;
}

/** A page of administration below its heading. */
export function Page({ title, lead, deeds, children }: PageProps) {
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <div>
          <h1 className={styles.heading}>{title}</h1>
          <p className={styles.lead}>{lead}</p>
        </div>
        {deeds}
      </div>
      {children}
    </div>
  );
}
