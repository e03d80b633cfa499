import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Refusal } from '../../components/refusal.tsx';
import { useLanguage } from '../../language/language.tsx';
import { dayAfter } from '../../time/days.ts';
import { useDeskNow } from '../../time/desk-time.ts';
import { shortSpan } from '../../time/moments.ts';
import { absencesQuery, cancelAbsence, endAbsence, type Officer } from '../data.ts';
import styles from '../page.module.css';
import { useDeed } from '../parts/use-deed.ts';
import { useToday } from '../parts/use-today.ts';
import { AddAbsence } from './add-absence.tsx';
import { useRosterWords } from './words.ts';

const daysAhead = 90;

/** Who is or will be away, and who stands in. */
export function Absences({ officers }: { officers: readonly Officer[] }) {
  const words = useRosterWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const today = useToday();
  const [isAdding, setIsAdding] = useState(false);
  const { data: absences, error } = useQuery(absencesQuery(today, dayAfter(today, daysAhead)));
  const ending = useDeed(endAbsence);
  const cancelling = useDeed(cancelAbsence);
  const nameOf = (id: number | null) => officers.find((each) => each.id === id)?.name;
  return (
    <section className={styles.section} aria-label={words.absences}>
      <Group justify="space-between">
        <h2 className={styles.title}>{words.absences}</h2>
        <Button size="xs" variant="default" disabled={officers.length === 0} onClick={() => setIsAdding(true)}>
          {words.addAbsence}
        </Button>
      </Group>
      <Refusal error={error ?? ending.error ?? cancelling.error} />
      {absences?.length === 0 && <p className="quiet">{words.nobodyAway}</p>}
      <ul className={styles.rows}>
        {absences?.map(({ id, officerName, substituteId, fromAt, untilAt, reason }) => (
          <li key={id}>
            <span>
              <strong>{officerName}</strong>{' '}
              <span className="figures">{shortSpan(Date.parse(fromAt), Date.parse(untilAt), now, language)}</span>{' '}
              <span className={styles.small}>
                {[reason, substituteId === null ? words.noSubstitute : words.standsIn(nameOf(substituteId) ?? '')]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {Date.parse(fromAt) <= now ? (
              <Button size="xs" variant="default" loading={ending.isPending} onClick={() => ending.mutate(id)}>
                {words.back}
              </Button>
            ) : (
              <Button size="xs" variant="default" loading={cancelling.isPending} onClick={() => cancelling.mutate(id)}>
                {words.cancel}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isAdding && <AddAbsence officers={officers} close={() => setIsAdding(false)} />}
    </section>
  );
}
