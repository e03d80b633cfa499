import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Today } from '../../reports/today/today.ts';
import { Failure } from '../components/failure.tsx';
import { Icon, type IconName } from '../components/icons.tsx';
import { ManagerTop } from '../exports/manager-top.tsx';
import type { InboxSearch } from '../inbox/inbox-search.ts';
import { usePhrases } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { duration } from '../time/durations.ts';
import { Absences } from './absences.tsx';
import { todayQuery } from './data.ts';
import { OfficerLoads } from './officer-loads.tsx';
import styles from './today.module.css';
import { useTodayWords } from './words.ts';

/** How the work stands now. Every figure opens its cases. */
export function TodayPage() {
  const words = useTodayWords();
  const phrases = usePhrases();
  const { data: today, error, refetch } = useQuery(todayQuery);
  return (
    <div className={styles.page}>
      <ManagerTop title={words.title} file="/api/v1/exports/today" />
      {today === undefined && error !== null && <Failure error={error} retry={() => void refetch()} />}
      {today === undefined && error === null && <Loader m="xl" size="sm" aria-label={phrases.loading} />}
      {today !== undefined && (
        <>
          <Figures today={today} />
          <div className={styles.two}>
            <OfficerLoads officers={today.officers} />
            <Absences absences={today.absences} />
          </div>
        </>
      )}
    </div>
  );
}

function Figures({ today }: { today: Today }) {
  const words = useTodayWords();
  return (
    <ul className={styles.tiles}>
      <Tile name={words.open} icon="inbox" count={today.open} search={{ box: 'all' }} />
      <Tile
        name={words.overdue}
        icon="warning"
        count={today.overdue}
        tone="overdue"
        search={{ box: 'all', overdue: true }}
      />
      <Tile
        name={words.dueSoon}
        icon="hourglass"
        count={today.dueSoon}
        tone="soon"
        search={{ box: 'all', due: 'soon' }}
      />
      <Tile
        name={words.awaitingEnterprise}
        icon="pause"
        count={today.awaitingEnterprise}
        search={{ box: 'all', state: 'awaitingEnterprise' }}
      />
      <Tile name={words.unassigned} icon="hand" count={today.unassigned} tone="soon" search={{ box: 'unassigned' }} />
      <Tile name={words.oldest} icon="clock" count={null} search={{ box: 'unassigned' }}>
        <Oldest oldest={today.oldestUnassigned} />
      </Tile>
      <li className={styles.tileItem}>
        <Link to="/wall" className={styles.tile} data-tone={today.raised > 0 ? 'overdue' : undefined}>
          <span className={styles.tileName}>
            <Icon name="warning" size={15} />
            {words.raised}
          </span>
          <span className={styles.tileValue}>{today.raised}</span>
        </Link>
      </li>
    </ul>
  );
}

function Oldest({ oldest }: { oldest: Today['oldestUnassigned'] }) {
  const words = useTodayWords();
  const { units } = usePhrases();
  const now = useDeskNow();
  if (oldest === null) return <span className={styles.tileNote}>{words.noneWaits}</span>;
  return (
    <>
      <span className={styles.tileValue}>{duration(now - Date.parse(oldest.openedAt), units)}</span>
      <span className={styles.tileNote}>{oldest.reference}</span>
    </>
  );
}

interface TileProps {
  name: string;
  icon: IconName;
  /** Null: the children say it. */
  count: number | null;
  tone?: 'overdue' | 'soon';
  search: InboxSearch;
  children?: ReactNode;
}

function Tile({ name, icon, count, tone, search, children }: TileProps) {
  return (
    <li className={styles.tileItem}>
      <Link to="/cases" search={search} className={styles.tile} data-tone={count === 0 ? undefined : tone}>
        <span className={styles.tileName}>
          <Icon name={icon} size={15} />
          {name}
        </span>
        {count !== null && <span className={styles.tileValue}>{count}</span>}
        {children}
      </Link>
    </li>
  );
}
