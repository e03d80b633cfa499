import { ScrollArea } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from '../page.module.css';

/** What may be wider than the page, and is then moved sideways by hand or with the arrow keys. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ScrollArea className={styles.scroll} viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': label }}>
      <div className={styles.wide}>{children}</div>
    </ScrollArea>
  );
}
