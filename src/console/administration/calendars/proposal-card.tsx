import { Button, Group, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Refusal } from '../../components/refusal.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLanguage } from '../../language/language.tsx';
import { sayDay } from '../../time/days.ts';
import { useDeskNow } from '../../time/desk-time.ts';
import { shortMoment } from '../../time/moments.ts';
import {
  approveCalendar,
  type CalendarSummary,
  calendarPreviewQuery,
  calendarQuery,
  type DatedDay,
  rejectCalendar,
} from '../data.ts';
import styles from '../page.module.css';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useDeed } from '../parts/use-deed.ts';
import { dayDifferences, type Hours, hourDifferences } from './differences.ts';
import { useCalendarWords } from './words.ts';

const mostShown = 8;

interface ProposalCardProps {
  proposal: CalendarSummary;
  /** The calendar that counts until then: the version it replaces, or the department's for the first of a unit. */
  insteadOf: number | null;
}

/** A calendar that waits for a second person: what it changes, which deadlines move, and the decision. */
export function ProposalCard({ proposal, insteadOf }: ProposalCardProps) {
  const words = useCalendarWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const [because, setBecause] = useState<string | null>(null);
  const { data: after } = useQuery(calendarQuery(proposal.id));
  const { data: before } = useQuery({ ...calendarQuery(insteadOf ?? 0), enabled: insteadOf !== null });
  const { data: preview, error } = useQuery(calendarPreviewQuery(proposal.id));
  const approving = useDeed(approveCalendar);
  const rejecting = useDeed(rejectCalendar, () => setBecause(null));
  const { added, removed } = dayDifferences(before?.days ?? [], after?.days ?? []);
  const name = words.versionOf(proposal.unitName ?? words.department, proposal.version);
  const when = (at: string | null) => (at === null ? words.undetermined : shortMoment(Date.parse(at), now, language));

  return (
    <section className={`${styles.card} ${styles.section}`} aria-label={`${words.waiting}: ${name}`}>
      <Group justify="space-between" align="flex-start">
        <div>
          <h2 className={styles.title}>
            {name}{' '}
            <Tag tone="soon" icon="hourglass">
              {words.waiting}
            </Tag>
          </h2>
          <p className={styles.small}>{words.by(proposal.proposedBy, when(proposal.proposedAt))}</p>
          <p>{proposal.note}</p>
        </div>
        <Group gap="xs">
          <Button variant="default" onClick={() => setBecause('')}>
            {words.reject}
          </Button>
          <Button loading={approving.isPending} onClick={() => approving.mutate(proposal.id)}>
            {words.approve}
          </Button>
        </Group>
      </Group>
      <Refusal error={error ?? approving.error} />
      {before !== undefined && after !== undefined && (
        <ul className={styles.rows}>
          {hourDifferences(before.weekly, after.weekly).map(({ weekday, hours, was }) => (
            <li key={weekday}>
              {words.hours(words.weekdays[weekday], saidHours(hours), saidHours(was))}{' '}
              <Tag tone="soon">{words.changed}</Tag>
            </li>
          ))}
          {removed.map((day) => (
            <li key={`- ${day.date}`}>
              <del>{said(day)}</del> <Tag tone="overdue">{words.removed}</Tag>
            </li>
          ))}
          {added.map((day) => (
            <li key={`+ ${day.date}`}>
              <span>{said(day)}</span> <Tag tone="met">{words.added}</Tag>
            </li>
          ))}
        </ul>
      )}
      {preview !== undefined && (
        <div className={styles.touched}>
          <strong>{words.moves(preview.moves.length, preview.cases)}</strong>
          <ul>
            {preview.moves.slice(0, mostShown).map(({ reference, clock, cycle, fromDueAt, toDueAt }, place) => (
              // A hidden matter has no number to be known by.
              <li key={reference === null ? place : `${reference} ${clock} ${cycle}`} className="figures">
                {words.move(`${reference ?? words.hidden}, ${words.clocks[clock]}`, when(fromDueAt), when(toDueAt))}
              </li>
            ))}
            {preview.moves.length > mostShown && <li>{words.more(preview.moves.length - mostShown)}</li>}
          </ul>
        </div>
      )}
      {because !== null && (
        <FormDialog
          title={words.reject}
          confirm={words.reject}
          mutation={rejecting}
          isReady={because.trim() !== ''}
          save={() => rejecting.mutate({ id: proposal.id, because })}
          close={() => setBecause(null)}
        >
          <Textarea
            label={words.because}
            autosize
            minRows={2}
            value={because}
            onChange={(event) => setBecause(event.currentTarget.value)}
          />
        </FormDialog>
      )}
    </section>
  );

  function saidHours(hours: readonly Hours[]): string {
    return hours.map(({ from, until }) => `${from}–${until}`).join(', ') || words.shut;
  }

  function said({ date, kind, name }: DatedDay): string {
    return `${sayDay(date)}: ${words.kinds[kind]}, ${name}`;
  }
}
