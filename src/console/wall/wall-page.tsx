import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { WallView } from '../../http/wall-routes.ts';
import type { Level } from '../../rules/case/words.ts';
import { Failure } from '../components/failure.tsx';
import { ManagerTop } from '../exports/manager-top.tsx';
import type { InboxSearch } from '../inbox/inbox-search.ts';
import { usePhrases } from '../language/language.tsx';
import { wallQuery } from './data.ts';
import styles from './wall.module.css';
import { WallCard } from './wall-card.tsx';
import { useWallWords } from './words.ts';

const levels: readonly Level[] = [1, 2, 3, 4];

/** What is late or was raised, a column a level, live. */
export function WallPage() {
  const words = useWallWords();
  const phrases = usePhrases();
  const { data: columns, error, refetch } = useQuery(wallQuery);
  return (
    <div className={styles.page}>
      <ManagerTop title={words.title} file="/api/v1/exports/wall" />
      {columns === undefined && error !== null && <Failure error={error} retry={() => void refetch()} />}
      {columns === undefined && error === null && (
        <div className={styles.columns} role="status" aria-label={phrases.loading}>
          {levels.map((level) => (
            <Skeleton key={level} height={320} radius="md" />
          ))}
        </div>
      )}
      {columns !== undefined && (
        <div className={styles.columns}>
          {columns.map((column) => (
            <Column key={column.level} column={column} />
          ))}
        </div>
      )}
    </div>
  );
}

function Column({ column: { level, count, cards } }: { column: WallView }) {
  const words = useWallWords();
  const name = words.columns[level];
  const search: InboxSearch = { box: 'all', level, unresolved: true, ...(level === 1 ? { overdue: true } : {}) };
  return (
    <section className={styles.column} aria-label={name} data-level={level}>
      <div className={styles.columnTop}>
        <h2 className={styles.title}>{name}</h2>
        {count > 0 ? (
          <Link to="/cases" search={search} className={styles.count} aria-label={words.openAll(name, count)}>
            {count}
          </Link>
        ) : (
          <span className={styles.count}>0</span>
        )}
      </div>
      {cards.length === 0 && <p className={styles.empty}>{words.empty}</p>}
      <ul className={styles.cards}>
        {cards.map((card) => (
          <li key={card.item.reference}>
            <WallCard card={card} />
          </li>
        ))}
      </ul>
      {count > cards.length && (
        <Link to="/cases" search={search} className="link">
          {words.more(count)}
        </Link>
      )}
    </section>
  );
}
