import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Icon } from '../components/icons.tsx';
import { usePhrases } from '../language/language.tsx';
import { type Reminder, remindersQuery } from './data.ts';
import styles from './reminders.module.css';
import { useDropReminder } from './use-reminders.ts';
import { useReminderWords } from './words.ts';

const ReminderDialog = lazy(async () => ({ default: (await import('./reminder-dialog.tsx')).ReminderDialog }));

/** The cases whose time to be reminded has come, above all others until they are put away. */
export function DueReminders() {
  const words = useReminderWords();
  const { data = [] } = useQuery(remindersQuery);
  const [later, setLater] = useState<Reminder | null>(null);
  const dropping = useDropReminder();
  const due = data.filter(({ isDue }) => isDue);
  if (due.length === 0) return null;
  return (
    <section aria-label={words.due} className={styles.due}>
      <h2 className={styles.heading}>
        <Icon name="bell" size={14} /> {words.due}
      </h2>
      <ul className={styles.list}>
        {due.map((reminder) => (
          <li key={reminder.reference}>
            <DueReminder
              reminder={reminder}
              isBusy={dropping.isPending}
              done={() => dropping.mutate(reminder.reference)}
              later={() => setLater(reminder)}
            />
          </li>
        ))}
      </ul>
      {later !== null && (
        <Suspense fallback={null}>
          <ReminderDialog reference={later.reference} note={later.note ?? ''} close={() => setLater(null)} />
        </Suspense>
      )}
    </section>
  );
}

interface DueReminderProps {
  reminder: Reminder;
  isBusy: boolean;
  done: () => void;
  later: () => void;
}

function DueReminder({ reminder, isBusy, done, later }: DueReminderProps) {
  const words = useReminderWords();
  const phrases = usePhrases();
  const { reference, enterprise, note, description } = reminder;
  return (
    <>
      <Link to="/cases/$reference" params={{ reference }} search={(current) => current} className={styles.case}>
        <span className={styles.line}>
          <strong className="figures">{reference}</strong> · {enterprise ?? phrases.unknownEnterprise}
        </span>
        <span className={styles.line}>{note ?? description}</span>
      </Link>
      <span className={styles.deeds}>
        <ActionIcon variant="default" size={28} aria-label={words.later} title={words.later} onClick={later}>
          <Icon name="clock" size={15} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={28}
          aria-label={words.done}
          title={words.done}
          disabled={isBusy}
          onClick={done}
        >
          <Icon name="check" size={15} />
        </ActionIcon>
      </span>
    </>
  );
}
