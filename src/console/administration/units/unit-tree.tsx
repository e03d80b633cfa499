import type { CSSProperties } from 'react';
import { sayDay } from '../../time/days.ts';
import type { Unit } from '../data.ts';
import { unitRows } from './unit-rows.ts';
import styles from './unit-tree.module.css';
import { useUnitWords } from './words.ts';

interface UnitTreeProps {
  units: readonly Unit[];
  chosen: number | undefined;
  choose: (id: number) => void;
}

/** Every unit of a day, indented by its place. */
export function UnitTree({ units, chosen, choose }: UnitTreeProps) {
  const words = useUnitWords();
  return (
    <ul className={styles.tree} aria-label={words.tree}>
      {unitRows(units).map(({ unit, depth }) => (
        <li key={unit.id}>
          <button
            type="button"
            className={styles.row}
            aria-pressed={unit.id === chosen}
            // The one style that is a figure of the row.
            style={{ '--depth': depth } as CSSProperties}
            onClick={() => choose(unit.id)}
          >
            <span className={`${styles.name} ${depth === 0 ? styles.top : ''}`}>{unit.name}</span>
            <span className={`${styles.meta} figures`}>{unit.code}</span>
            <span className={`${styles.meta} figures`} title={words.since}>
              {sayDay(unit.validFrom)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
