import { Button, Group, Loader, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../components/failure.tsx';
import { Tag } from '../../components/tag.tsx';
import { type CalendarSummary, calendarQuery, calendarsQuery } from '../data.ts';
import styles from '../page.module.css';
import { Page } from '../parts/page.tsx';
import { useToday } from '../parts/use-today.ts';
import { ImportDays } from './import-days.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { ProposeDays } from './propose-days.tsx';
import { useCalendarWords } from './words.ts';
import { YearView } from './year-view.tsx';

/** The calendars in force and those that wait for a second person. */
export function CalendarsPage() {
  const words = useCalendarWords();
  const [chosen, setChosen] = useState<number | null>(null);
  const [doing, setDoing] = useState<'propose' | 'import' | null>(null);
  const { data: versions, error, refetch } = useQuery(calendarsQuery);
  const inForce = versions?.find(({ unitId, standing }) => unitId === null && standing === 'inForce');
  const id = chosen ?? inForce?.id ?? null;
  const thisYear = Number(useToday().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const { data: calendar } = useQuery({ ...calendarQuery(id ?? 0), enabled: id !== null });
  const close = () => setDoing(null);
  const nameOf = ({ unitName, version, standing }: CalendarSummary) =>
    `${words.versionOf(unitName ?? words.department, version)} (${words.standing[standing]})`;
  const yearStanding = calendar?.years.find((each) => each.year === year);

  return (
    <Page
      title={words.title}
      lead={words.lead}
      deeds={
        <Group gap="xs">
          <Button variant="default" onClick={() => setDoing('import')}>
            {words.import}
          </Button>
          <Button disabled={inForce === undefined} onClick={() => setDoing('propose')}>
            {words.propose}
          </Button>
        </Group>
      }
    >
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {versions === undefined && error === null && <Loader size="sm" />}
      {versions
        ?.filter(({ standing }) => standing === 'proposed')
        .map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} insteadOf={proposal.replacesId ?? inForce?.id ?? null} />
        ))}
      {versions !== undefined && (
        <div className={styles.tools}>
          <Select
            label={words.version}
            w={360}
            allowDeselect={false}
            data={versions.map((version) => ({ value: String(version.id), label: nameOf(version) }))}
            value={id === null ? null : String(id)}
            onChange={(value) => setChosen(Number(value))}
          />
          <Select
            label={words.year}
            w={110}
            allowDeselect={false}
            data={[thisYear - 1, thisYear, thisYear + 1, thisYear + 2].map(String)}
            value={String(year)}
            onChange={(value) => setYear(Number(value))}
          />
          {calendar !== undefined && (
            <Button component="a" variant="default" href={`/api/v1/calendars/${calendar.id}/dated-days.csv`} download>
              {words.export}
            </Button>
          )}
          {calendar !== undefined &&
            (yearStanding === undefined ? (
              <Tag tone="overdue" icon="warning">
                {words.noYear}
              </Tag>
            ) : (
              <Tag tone={yearStanding.standing === 'approved' ? 'met' : 'soon'} title={yearStanding.note}>
                {words.yearStanding[yearStanding.standing]}
              </Tag>
            ))}
        </div>
      )}
      {calendar !== undefined && (
        <div className={styles.card}>
          <YearView calendar={calendar} year={year} />
        </div>
      )}
      {doing === 'propose' && inForce !== undefined && (
        <ProposeDays calendarId={inForce.id} year={year} close={close} />
      )}
      {doing === 'import' && <ImportDays close={close} />}
    </Page>
  );
}
