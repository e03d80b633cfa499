import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useLanguage } from '../../language/language.tsx';
import { dayAfter, sayDay, weekdayOf } from '../../time/days.ts';
import { timeOfDay } from '../../time/moments.ts';
import type { Absence, Calendar, DutyTurn, Officer } from '../data.ts';
import { useToday } from '../parts/use-today.ts';
import styles from './month-grid.module.css';
import { ends, moved, type Selection } from './month-selection.ts';
import { useMonthWords } from './month-words.ts';
import { touchesDay } from './stretches.ts';

interface MonthGridProps {
  days: readonly string[];
  officers: readonly Officer[];
  turns: readonly DutyTurn[];
  absences: readonly Absence[];
  /** The days on which the weekly hours do not hold; none while it is being read. */
  calendar: Calendar | undefined;
  selection: Selection | null;
  select: (selection: Selection) => void;
  /** Enter: what may be done with the days is wanted. */
  open: () => void;
}

const short = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** A month of a unit, a line an officer. Days are marked by drawing over them or with Shift and the arrow keys. */
export function MonthGrid(props: MonthGridProps) {
  const { days, officers, turns, absences, calendar, selection, select, open } = props;
  const words = useMonthWords();
  const { language } = useLanguage();
  const today = useToday();
  const body = useRef<HTMLTableSectionElement>(null);
  const drawing = useRef(false);
  const dated = new Map(calendar?.days.map((day) => [day.date, day]));
  const [first, last] = selection === null ? [-1, -1] : ends(selection);

  useEffect(() => {
    const stop = () => {
      drawing.current = false;
    };
    window.addEventListener('pointerup', stop);
    return () => window.removeEventListener('pointerup', stop);
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    const before = selection ?? { row: 0, anchor: 0, head: 0 };
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      // The buttons stand when the key is let go: a second Enter presses the first of them.
      flushSync(() => select(before));
      open();
      return;
    }
    const after = moved(before, event.key, event.shiftKey, { rows: officers.length, days: days.length });
    if (after === null) return;
    event.preventDefault();
    select(after);
    body.current?.rows[after.row]?.cells[after.head + 1]?.querySelector('button')?.focus();
  }

  function lookOf(day: string): string | undefined {
    const special = dated.get(day);
    if (special !== undefined) return styles[special.kind];
    const isOff = calendar?.weekly[short[weekdayOf(day)] ?? 'sunday'].length === 0;
    return isOff ? styles.weekend : undefined;
  }

  /** Everything of the day in words, for whoever hears the grid. */
  function said(officer: Officer, day: string): string {
    const times = (each: DutyTurn) =>
      words.onDuty(timeOfDay(Date.parse(each.fromAt), language), timeOfDay(Date.parse(each.untilAt), language));
    const parts = [
      ...(awayOn(officer, day) ? [words.away] : []),
      ...turnsOn(officer, day).map(times),
      ...(dated.has(day) ? [dated.get(day)?.name ?? ''] : []),
    ];
    return `${officer.name}, ${words.weekdays[weekdayOf(day)]} ${sayDay(day)}: ${parts.join(', ') || words.nothing}`;
  }

  function turnsOn({ id }: Officer, day: string): DutyTurn[] {
    return turns.filter((turn) => turn.officerId === id && touchesDay(turn, day, dayAfter(day, 1)));
  }

  function awayOn({ id }: Officer, day: string): boolean {
    return absences.some((each) => each.officerId === id && touchesDay(each, day, dayAfter(day, 1)));
  }

  return (
    <table className={styles.grid} aria-label={words.grid}>
      <thead>
        <tr>
          <th scope="col">{words.officer}</th>
          {days.map((day) => {
            const special = dated.get(day);
            return (
              <th
                key={day}
                scope="col"
                className={[lookOf(day), day === today && styles.today].filter(Boolean).join(' ')}
                title={
                  special === undefined ? undefined : `${sayDay(day)}: ${words.kinds[special.kind]}, ${special.name}`
                }
              >
                <span className={styles.kind}>{words.weekdaysShort[weekdayOf(day)]}</span>
                <span className="figures">{Number(day.slice(8))}</span>
                <span className={styles.kind}>
                  {special === undefined ? '\u00a0' : words.kindsShort[special.kind]}
                  {special !== undefined && <VisuallyHidden> {special.name}</VisuallyHidden>}
                </span>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={onKeyDown}>
        {officers.map((officer, row) => (
          <tr key={officer.id}>
            <th scope="row">
              {officer.name}
              <span className={styles.under}>{officer.title}</span>
            </th>
            {days.map((day, place) => {
              const isChosen = selection?.row === row && place >= first && place <= last;
              const isHead =
                selection === null ? row === 0 && place === 0 : selection.row === row && selection.head === place;
              return (
                <td key={day} className={lookOf(day)}>
                  <button
                    type="button"
                    tabIndex={isHead ? 0 : -1}
                    aria-pressed={isChosen}
                    aria-label={said(officer, day)}
                    className={`${styles.cell} ${isChosen ? styles.chosen : ''}`}
                    onPointerDown={(event) => {
                      drawing.current = event.pointerType === 'mouse';
                      const from = event.shiftKey && selection?.row === row ? selection.anchor : place;
                      select({ row, anchor: from, head: place });
                    }}
                    onPointerEnter={() => {
                      if (drawing.current && selection?.row === row) select({ ...selection, head: place });
                    }}
                  >
                    {awayOn(officer, day) && <span className={`${styles.mark} ${styles.away}`}>{words.awayShort}</span>}
                    {turnsOn(officer, day).length > 0 && (
                      <span className={`${styles.mark} ${styles.duty}`}>{words.dutyShort}</span>
                    )}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
