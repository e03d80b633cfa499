import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Refusal } from '../../components/refusal.tsx';
import { dayAfter, daysOfMonth, sayDay } from '../../time/days.ts';
import { useDeskNow } from '../../time/desk-time.ts';
import {
  absencesQuery,
  calendarQuery,
  calendarsQuery,
  cancelAbsence,
  dutyTurnsQuery,
  type Officer,
  removeTurn,
} from '../data.ts';
import { useDeed } from '../parts/use-deed.ts';
import { Wide } from '../parts/wide.tsx';
import { AddAbsence } from './add-absence.tsx';
import { AddTurn } from './add-turn.tsx';
import own from './month-grid.module.css';
import { MonthGrid } from './month-grid.tsx';
import { ends, type Selection } from './month-selection.ts';
import { useMonthWords } from './month-words.ts';
import { touchesDay } from './stretches.ts';

interface MonthViewProps {
  unitId: number;
  year: number;
  /** Counts from 1. */
  month: number;
  staff: readonly Officer[];
  officers: readonly Officer[];
}

/** A month of a unit, and what can be done with the days that are marked in it. */
export function MonthView({ unitId, year, month, staff, officers }: MonthViewProps) {
  const words = useMonthWords();
  const now = useDeskNow();
  const days = daysOfMonth(year, month);
  const [from = '', until] = [days[0], dayAfter(days.at(-1) ?? '', 1)];
  const [selection, setSelection] = useState<Selection | null>(null);
  const [adding, setAdding] = useState<'absence' | 'turns' | null>(null);
  const bar = useRef<HTMLFieldSetElement>(null);
  const { data: turns = [], error } = useQuery(dutyTurnsQuery(unitId, from, until));
  const { data: absences = [] } = useQuery(absencesQuery(from, until));
  const { data: calendars } = useQuery(calendarsQuery);
  const standing = calendars?.filter((each) => each.standing === 'inForce') ?? [];
  const calendarId = (standing.find((each) => each.unitId === unitId) ?? standing.find((each) => each.unitId === null))
    ?.id;
  const { data: calendar } = useQuery({ ...calendarQuery(calendarId ?? 0), enabled: calendarId !== undefined });
  const removing = useDeed(forEach(removeTurn));
  const cancelling = useDeed(forEach(cancelAbsence));

  const officer = selection === null ? undefined : staff[selection.row];
  const [first, last] = selection === null ? [0, 0] : ends(selection);
  const chosen = officer === undefined ? [] : days.slice(first, last + 1);
  const [start = '', end = ''] = [chosen[0], chosen.at(-1)];
  const isThere = (each: { officerId: number; fromAt: string; untilAt: string }) =>
    each.officerId === officer?.id && start !== '' && touchesDay(each, start, dayAfter(end, 1));
  const theirTurns = turns.filter(isThere);
  // What has begun is ended in the list below, with the day on which somebody is back.
  const theirAbsences = absences.filter((each) => isThere(each) && Date.parse(each.fromAt) > now);

  return (
    <>
      <fieldset ref={bar} className={own.bar} aria-label={words.view}>
        {officer === undefined ? (
          <span className="quiet">{words.hint}</span>
        ) : (
          <>
            <strong className="figures" role="status">
              {words.chosen(
                officer.name,
                start === end ? sayDay(start) : `${sayDay(start).slice(0, 5)} – ${sayDay(end)}`,
              )}
            </strong>
            <Group gap="xs">
              <Button size="xs" onClick={() => setAdding('absence')}>
                {words.addAbsence}
              </Button>
              <Button size="xs" variant="default" onClick={() => setAdding('turns')}>
                {words.addTurns(chosen.length)}
              </Button>
              {theirTurns.length > 0 && (
                <Button
                  size="xs"
                  variant="default"
                  loading={removing.isPending}
                  onClick={() => removing.mutate(theirTurns.map(({ id }) => id))}
                >
                  {words.removeTurns(theirTurns.length)}
                </Button>
              )}
              {theirAbsences.length > 0 && (
                <Button
                  size="xs"
                  variant="default"
                  loading={cancelling.isPending}
                  onClick={() => cancelling.mutate(theirAbsences.map(({ id }) => id))}
                >
                  {words.cancelAbsences(theirAbsences.length)}
                </Button>
              )}
            </Group>
          </>
        )}
      </fieldset>
      <Refusal error={error ?? removing.error ?? cancelling.error} />
      <Wide label={words.grid}>
        <MonthGrid
          days={days}
          officers={staff}
          turns={turns}
          absences={absences}
          calendar={calendar}
          selection={selection}
          select={setSelection}
          open={() => bar.current?.querySelector('button')?.focus()}
        />
      </Wide>
      <ul className={own.legend}>
        <li>
          <span className={`${own.swatch} ${own.duty}`}>{words.dutyShort}</span>
          {words.duty}
        </li>
        <li>
          <span className={`${own.swatch} ${own.away}`}>{words.awayShort}</span>
          {words.away}
        </li>
        {(['holiday', 'makeupDay', 'closure'] as const).map((kind) => (
          <li key={kind}>
            <span className={`${own.swatch} ${own[kind]}`}>{words.kindsShort[kind]}</span>
            {words.kinds[kind].toLocaleLowerCase()}
          </li>
        ))}
      </ul>
      {officer !== undefined && adding === 'absence' && (
        <AddAbsence
          officers={officers}
          initial={{ officerId: officer.id, first: start, last: end }}
          close={() => setAdding(null)}
        />
      )}
      {officer !== undefined && adding === 'turns' && (
        <AddTurn officers={staff} initial={{ officerId: officer.id, days: chosen }} close={() => setAdding(null)} />
      )}
    </>
  );
}

/** The same for each, one after another, so that a refusal stops where it stands. */
function forEach(deed: (id: number) => Promise<void>) {
  return async (ids: readonly number[]): Promise<void> => {
    for (const id of ids) await deed(id);
  };
}
