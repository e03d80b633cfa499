import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Refusal } from '../../components/refusal.tsx';
import { dayAfter, mondayOf, sayDay } from '../../time/days.ts';
import { absencesQuery, copyWeek, dutyTurnsQuery, officersOnQuery, unitsQuery } from '../data.ts';
import styles from '../page.module.css';
import { Page } from '../parts/page.tsx';
import { useDeed } from '../parts/use-deed.ts';
import { useToday } from '../parts/use-today.ts';
import { Wide } from '../parts/wide.tsx';
import { Absences } from './absences.tsx';
import { AddTurn } from './add-turn.tsx';
import { Between } from './between.tsx';
import { MonthView } from './month-view.tsx';
import { useMonthWords } from './month-words.ts';
import { WeekGrid } from './week-grid.tsx';
import { useRosterWords } from './words.ts';

/** Who is on duty in a week of a unit, and who is away. */
export function RosterPage() {
  const words = useRosterWords();
  const today = useToday();
  const [monday, setMonday] = useState(mondayOf(today));
  const [chosen, setChosen] = useState<number | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const [view, setView] = useState<'week' | 'month'>('week');
  const months = useMonthWords();
  // The month in which most of the week lies.
  const [year = 0, month = 1] = dayAfter(monday, 3).split('-').map(Number);
  const { data: officers, error } = useQuery(officersOnQuery(monday > today ? monday : today));
  const { data: units } = useQuery(unitsQuery(today));
  const dealt = new Set(officers?.filter(({ role }) => role === 'officer').map(({ unitId }) => unitId));
  const unitId = chosen ?? units?.items.find(({ id }) => dealt.has(id))?.id ?? null;
  const staff = officers?.filter((each) => each.unitId === unitId) ?? [];
  const sunday = dayAfter(monday, 6);
  const { data: turns } = useQuery({
    ...dutyTurnsQuery(unitId ?? 0, monday, dayAfter(monday, 7)),
    enabled: unitId !== null,
  });
  const { data: absences } = useQuery(absencesQuery(monday, dayAfter(monday, 7)));
  const copying = useDeed(copyWeek);

  function show(week: string): void {
    copying.reset();
    setMonday(week);
  }

  return (
    <Page
      title={words.title}
      lead={words.lead}
      deeds={
        <Button disabled={staff.length === 0} onClick={() => setIsAdding(true)}>
          {words.addTurn}
        </Button>
      }
    >
      <div className={styles.tools}>
        <Select
          label={words.unit}
          w={320}
          searchable
          allowDeselect={false}
          data={units?.items.map(({ id, name }) => ({ value: String(id), label: name })) ?? []}
          value={unitId === null ? null : String(unitId)}
          onChange={(id) => {
            copying.reset();
            setChosen(Number(id));
          }}
        />
        <SegmentedControl
          aria-label={months.view}
          data={[
            { value: 'week', label: months.week },
            { value: 'month', label: months.month },
          ]}
          value={view}
          onChange={(value) => setView(value === 'month' ? 'month' : 'week')}
        />
        {view === 'month' ? (
          <Between
            previous={{ label: months.previous, show: () => show(firstMonday(year, month - 1)) }}
            next={{ label: months.next, show: () => show(firstMonday(year, month + 1)) }}
          >
            {months.monthOf(month, year)}
          </Between>
        ) : (
          <Group gap="xs">
            <Between
              previous={{ label: words.previous, show: () => show(dayAfter(monday, -7)) }}
              next={{ label: words.next, show: () => show(dayAfter(monday, 7)) }}
            >
              {words.week(sayDay(monday).slice(0, 5), sayDay(sunday))}
            </Between>
            <Button
              variant="default"
              disabled={unitId === null || (turns?.length ?? 0) === 0}
              loading={copying.isPending}
              onClick={() =>
                unitId !== null && copying.mutate({ unitId, fromMonday: monday, toMonday: dayAfter(monday, 7) })
              }
            >
              {words.copy}
            </Button>
          </Group>
        )}
      </div>
      <Refusal error={error ?? copying.error} />
      {copying.data !== undefined && (
        <output className={styles.touched}>
          {words.copied(copying.data.copied, copying.data.skipped.length)}
          <ul>
            {copying.data.skipped.map(({ officerId, fromAt, because }) => (
              <li key={`${officerId}${fromAt}`}>
                {staff.find(({ id }) => id === officerId)?.name}: {words.skipped[because]}
              </li>
            ))}
          </ul>
        </output>
      )}
      {view === 'month' && unitId !== null && staff.length > 0 ? (
        <MonthView
          key={`${unitId} ${year}-${month}`}
          unitId={unitId}
          year={year}
          month={month}
          staff={staff}
          officers={officers ?? []}
        />
      ) : (
        <Wide label={words.title}>
          {officers !== undefined && staff.length === 0 ? (
            <p className={`${styles.small} quiet`}>{words.noStaff}</p>
          ) : (
            <WeekGrid monday={monday} officers={staff} turns={turns ?? []} absences={absences ?? []} />
          )}
        </Wide>
      )}
      <Absences officers={officers ?? []} />
      {isAdding && <AddTurn officers={staff} initial={{ days: [monday] }} close={() => setIsAdding(false)} />}
    </Page>
  );
}

/** A Monday of whose week most days lie in the month; months before January and after December are counted on. */
function firstMonday(year: number, month: number): string {
  return mondayOf(new Date(Date.UTC(year, month - 1, 4)).toISOString().slice(0, 10));
}
