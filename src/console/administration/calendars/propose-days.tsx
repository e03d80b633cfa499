import { ActionIcon, Checkbox, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Icon } from '../../components/icons.tsx';
import { sayDay } from '../../time/days.ts';
import { type Calendar, calendarQuery, type DatedDay, proposeCalendar } from '../data.ts';
import styles from '../page.module.css';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useDeed } from '../parts/use-deed.ts';
import { AddDay } from './add-day.tsx';
import { useCalendarWords } from './words.ts';

interface ProposeDaysProps {
  /** The department's calendar in force. */
  calendarId: number;
  year: number;
  close: () => void;
}

/** Edits the days of a year and sends them for a second person to look at. */
export function ProposeDays({ calendarId, year, close }: ProposeDaysProps) {
  const { data: calendar } = useQuery(calendarQuery(calendarId));
  return calendar === undefined ? null : <ProposeForm calendar={calendar} year={year} close={close} />;
}

function ProposeForm({ calendar, year, close }: { calendar: Calendar; year: number; close: () => void }) {
  const words = useCalendarWords();
  const [days, setDays] = useState<readonly DatedDay[]>(calendar.days);
  const [isAnnounced, setIsAnnounced] = useState(standingIn(calendar, year) === 'approved');
  const [note, setNote] = useState('');
  const proposing = useDeed(proposeCalendar, close);

  function save(): void {
    const standing = isAnnounced ? ('approved' as const) : ('provisional' as const);
    const others = calendar.years
      .filter((each) => each.year !== year)
      .map(({ note: told, ...each }) => (told === undefined ? each : { ...each, note: told }));
    const same = standingIn(calendar, year) === standing;
    const years = same ? {} : { years: [...others, { year, standing }].toSorted((a, b) => a.year - b.year) };
    proposing.mutate({ note, datedDays: days.map(exact), ...years });
  }

  return (
    <FormDialog
      title={words.propose}
      confirm={words.propose}
      size="lg"
      mutation={proposing}
      isReady={note.trim() !== ''}
      save={save}
      close={close}
    >
      <strong>{words.daysOf(year)}</strong>
      <ul className={styles.rows}>
        {days
          .filter(({ date }) => date.startsWith(`${year}-`))
          .map((day) => (
            <li key={day.date}>
              <span>
                <span className="figures">{sayDay(day.date)}</span> {words.kinds[day.kind]}, {day.name}{' '}
                <span className={styles.small}>({words.confidence[day.confidence]})</span>
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={words.remove(sayDay(day.date))}
                onClick={() => setDays(days.filter((each) => each !== day))}
              >
                <Icon name="cross" size={14} />
              </ActionIcon>
            </li>
          ))}
      </ul>
      <AddDay
        year={year}
        add={(day) =>
          setDays([...days.filter(({ date }) => date !== day.date), day].toSorted((a, b) => (a.date < b.date ? -1 : 1)))
        }
      />
      <Checkbox
        label={words.approveYear(year)}
        checked={isAnnounced}
        onChange={(event) => setIsAnnounced(event.currentTarget.checked)}
      />
      <Textarea
        label={words.note}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

function standingIn({ years }: Calendar, year: number): 'approved' | 'provisional' | null {
  return years.find((each) => each.year === year)?.standing ?? null;
}

/** Without the keys that the answer leaves empty: the request takes them filled or not at all. */
function exact({ likeWeekday, openings, ...day }: DatedDay) {
  return {
    ...day,
    ...(likeWeekday === undefined ? {} : { likeWeekday }),
    ...(openings === undefined ? {} : { openings: [...openings] }),
  };
}
