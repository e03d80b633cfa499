import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OfficerToday } from '../../reports/today/today.ts';
import { Initials } from '../components/initials.tsx';
import { Tag } from '../components/tag.tsx';
import type { InboxSearch } from '../inbox/inbox-search.ts';
import styles from './today.module.css';
import { useTodayWords } from './words.ts';

const shownAtFirst = 12;

/** Who has how much, who is there; the most late first. */
export function OfficerLoads({ officers }: { officers: readonly OfficerToday[] }) {
  const words = useTodayWords();
  const [showsAll, showAll] = useState(false);
  const shown = showsAll ? officers : officers.slice(0, shownAtFirst);
  const most = Math.max(1, ...officers.map(({ open }) => open));
  const online = officers.filter(({ isOnline }) => isOnline).length;
  const onDuty = officers.filter(({ isOnDuty, isAbsent }) => isOnDuty && !isAbsent).length;
  return (
    <section className={styles.card} aria-label={words.officers}>
      <div className={styles.cardTop}>
        <h2 className={styles.title}>{words.officers}</h2>
        <span className={styles.tileNote}>{words.officersNote(online, onDuty)}</span>
      </div>
      {officers.length === 0 ? (
        <p className="quiet">{words.noOfficers}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.officer}</th>
                <th scope="col" className={styles.words}>
                  {words.presence}
                </th>
                <th scope="col">{words.open}</th>
                <th scope="col">{words.overdue}</th>
                <th scope="col">{words.dueSoon}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((officer) => (
                <tr key={officer.id}>
                  <th scope="row">
                    <span className={styles.person}>
                      <Initials name={officer.name} small />
                      <span>
                        {officer.name}
                        <span className={styles.under}>{officer.unitName}</span>
                      </span>
                    </span>
                  </th>
                  <td className={styles.words}>
                    <Presence officer={officer} />
                  </td>
                  <td>
                    <span className={styles.load}>
                      <Count officer={officer} what={words.open} count={officer.open} search={{}} />
                      <span className={styles.track} aria-hidden="true">
                        <span
                          className={styles.late}
                          style={{ width: `${(Math.min(officer.overdue, officer.open) / most) * 100}%` }}
                        />
                        <span
                          className={styles.fill}
                          style={{ width: `${(Math.max(0, officer.open - officer.overdue) / most) * 100}%` }}
                        />
                      </span>
                    </span>
                  </td>
                  <td>
                    <Count officer={officer} what={words.overdue} count={officer.overdue} search={{ overdue: true }} />
                  </td>
                  <td>
                    <Count officer={officer} what={words.dueSoon} count={officer.dueSoon} search={{ due: 'soon' }} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {officers.length > shown.length && (
        <Button variant="subtle" size="compact-sm" mt={8} onClick={() => showAll(true)} data-not-printed>
          {words.allOfficers(officers.length)}
        </Button>
      )}
    </section>
  );
}

function Presence({ officer: { isOnline, isOnDuty, isAbsent } }: { officer: OfficerToday }) {
  const words = useTodayWords();
  if (isAbsent) return <Tag tone="paused">{words.absent}</Tag>;
  return (
    <>
      <Tag tone={isOnline ? 'met' : 'neutral'}>{isOnline ? words.online : words.offline}</Tag>
      {isOnDuty && <span className={styles.under}>{words.onDuty}</span>}
    </>
  );
}

interface CountProps {
  officer: OfficerToday;
  what: string;
  count: number;
  search: InboxSearch;
}

function Count({ officer, what, count, search }: CountProps) {
  const words = useTodayWords();
  if (count === 0) return <span className="quiet">0</span>;
  return (
    <Link
      to="/cases"
      search={{ box: 'all', assignee: officer.id, ...search }}
      className="link"
      aria-label={words.casesOf(officer.name, what, count)}
    >
      {count}
    </Link>
  );
}
