import type { ReactNode } from 'react';
import { usePhrases } from '../language/language.tsx';
import styles from './facts.module.css';

export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

/** One line of what is known; a gap says so instead of standing empty. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  const phrases = usePhrases();
  const isEmpty = children === null || children === undefined || children === '';
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{isEmpty ? <span className="quiet">{phrases.none}</span> : children}</dd>
    </div>
  );
}
