import { Modal } from '@mantine/core';
import type { DeadlineView } from '../../http/views.ts';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { workingDuration } from '../time/durations.ts';
import { moment } from '../time/moments.ts';
import { Fact, Facts } from './facts.tsx';
import styles from './why-this-deadline.module.css';

/** Says where a deadline comes from: the article, the versions and every interval that was counted. */
export function WhyThisDeadline({ deadline, close }: { deadline: DeadlineView; close: () => void }) {
  const { phrases, language } = useLanguage();
  const now = useDeskNow();
  return (
    <Modal
      opened
      onClose={close}
      title={`${phrases.whyThisDeadline} · ${phrases.clocks[deadline.kind]}`}
      size="lg"
      closeButtonProps={{ 'aria-label': phrases.close }}
      centered
    >
      <Facts>
        <Fact name={phrases.source}>{deadline.source}</Fact>
        <Fact name={phrases.allowed}>
          {workingDuration(deadline.allowedMinutes, phrases.units)} ({phrases.workingTime})
        </Fact>
        <Fact name={phrases.startedAt}>{moment(Date.parse(deadline.startedAt), now, language)}</Fact>
        <Fact name={phrases.dueAt}>
          {deadline.dueAt === null ? null : moment(Date.parse(deadline.dueAt), now, language)}
        </Fact>
        <Fact name={phrases.policy}>{deadline.policyName}</Fact>
        <Fact name={phrases.calendar}>{deadline.calendarVersion}</Fact>
      </Facts>
      <ol className={styles.steps}>
        {deadline.explanation.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </Modal>
  );
}
