import { Anchor } from '@mantine/core';
import { useState } from 'react';
import type { DeadlineView } from '../../http/views.ts';
import { ClockBadge } from '../components/clock-badge.tsx';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { workingDuration } from '../time/durations.ts';
import { moment } from '../time/moments.ts';
import styles from './deadlines.module.css';
import { WhyThisDeadline } from './why-this-deadline.tsx';

/** Every promise timed on the case, with the reason for each a click away. */
export function Deadlines({ deadlines }: { deadlines: readonly DeadlineView[] }) {
  const { phrases } = useLanguage();
  if (deadlines.length === 0) return <p className="quiet">{phrases.noDeadlines}</p>;
  return (
    <ul className={styles.deadlines}>
      {deadlines.map((deadline) => (
        <li key={`${deadline.kind} ${deadline.cycle} ${deadline.startedAt}`} className={styles.deadline}>
          <OneDeadline deadline={deadline} />
        </li>
      ))}
    </ul>
  );
}

function OneDeadline({ deadline }: { deadline: DeadlineView }) {
  const { phrases, language } = useLanguage();
  const now = useDeskNow();
  const [isAsking, setAsking] = useState(false);
  const allowed = phrases.withinWorkingTime(workingDuration(deadline.allowedMinutes, phrases.units));
  return (
    <>
      <ClockBadge clock={deadline} />
      <p className={styles.words}>
        {phrases.level(deadline.level)}
        {deadline.cycle > 1 && `, ${phrases.round(deadline.cycle)}`} · {allowed}
        {deadline.dueAt !== null && ` · ${phrases.dueOn(moment(Date.parse(deadline.dueAt), now, language))}`}
      </p>
      <Anchor component="button" type="button" size="sm" onClick={() => setAsking(true)}>
        {phrases.whyThisDeadline}
      </Anchor>
      {isAsking && <WhyThisDeadline deadline={deadline} close={() => setAsking(false)} />}
    </>
  );
}
