import { VisuallyHidden } from '@mantine/core';
import { daysOfMonth, sayDay, weekdayOf } from '../../time/days.ts';
import type { Calendar, DatedDay } from '../data.ts';
import { useToday } from '../parts/use-today.ts';
import { useCalendarWords } from './words.ts';
import styles from './year-view.module.css';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const months = Array.from({ length: 12 }, (_, place) => place + 1);
const kinds = ['holiday', 'makeupDay', 'closure'] as const;

/** Twelve months with the days on which the weekly hours do not hold, each named below its month. */
export function YearView({ calendar, year }: { calendar: Calendar; year: number }) {
  const words = useCalendarWords();
  const dated = new Map(calendar.days.map((day) => [day.date, day]));
  return (
    <>
      <ul className={styles.legend}>
        {kinds.map((kind) => (
          <li key={kind}>
            <span className={`${styles.swatch} ${styles[kind]}`} />
            {words.kinds[kind]}
          </li>
        ))}
      </ul>
      <div className={styles.year}>
        {months.map((month) => (
          <Month key={month} calendar={calendar} year={year} month={month} dated={dated} />
        ))}
      </div>
    </>
  );
}

interface MonthProps {
  calendar: Calendar;
  year: number;
  month: number;
  dated: ReadonlyMap<string, DatedDay>;
}

function Month({ calendar, year, month, dated }: MonthProps) {
  const words = useCalendarWords();
  const today = useToday();
  const days = daysOfMonth(year, month);
  const [first = ''] = days;
  return (
    <section className={styles.month} aria-label={words.months(month)}>
      <h3>{words.months(month)}</h3>
      <ol className={styles.days}>
        {words.weekdaysShort.map((name) => (
          <li key={name} className={styles.head} aria-hidden="true">
            {name}
          </li>
        ))}
        {days.map((day) => {
          const special = dated.get(day);
          const isOff = calendar.weekly[weekdays[weekdayOf(day)] ?? 'sunday'].length === 0;
          const look = special === undefined ? isOff && styles.off : styles[special.kind];
          return (
            <li
              key={day}
              className={[styles.day, look, day === today && styles.today].filter(Boolean).join(' ')}
              style={day === first ? { gridColumnStart: ((weekdayOf(day) + 6) % 7) + 1 } : undefined}
              title={special === undefined ? undefined : said(special)}
            >
              {Number(day.slice(8))}
              {special !== undefined && <VisuallyHidden> {said(special)}</VisuallyHidden>}
            </li>
          );
        })}
      </ol>
    </section>
  );

  function said({ date, kind, name, confidence }: DatedDay): string {
    return `${sayDay(date)}: ${words.kinds[kind]}, ${name} (${words.confidence[confidence]})`;
  }
}
