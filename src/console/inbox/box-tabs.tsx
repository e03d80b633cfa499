import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Box } from '../data/api.ts';
import { countsQuery } from '../data/queries.ts';
import { usePhrases } from '../language/language.tsx';
import styles from './box-tabs.module.css';
import { filterOf } from './inbox-search.ts';

const route = getRouteApi('/signedIn/cases');
const boxes: readonly Box[] = ['mine', 'unassigned', 'all'];

/** Whose cases: mine, nobody's yet, all that the officer may see. The counts come from one query. */
export function BoxTabs() {
  const phrases = usePhrases();
  const { box: current } = filterOf(route.useSearch());
  const { data: counts } = useQuery(countsQuery);
  return (
    <nav aria-label={phrases.boxes} className={styles.tabs}>
      {boxes.map((box) => (
        <Link
          key={box}
          from="/cases"
          to="."
          search={(search) => ({ ...search, box })}
          className={styles.tab}
          activeOptions={{ exact: true }}
          aria-current={box === current ? 'page' : undefined}
        >
          {phrases[box]}
          <span className={styles.count}>{counts?.[box] ?? '–'}</span>
        </Link>
      ))}
    </nav>
  );
}
