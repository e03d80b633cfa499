import { Button, Chip, Group, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Failure } from '../../components/failure.tsx';
import { sayDay } from '../../time/days.ts';
import { unitsQuery } from '../data.ts';
import styles from '../page.module.css';
import { DayInput } from '../parts/day-input.tsx';
import { NothingChosen } from '../parts/nothing-chosen.tsx';
import { Page } from '../parts/page.tsx';
import { useToday } from '../parts/use-today.ts';
import { useAdministrationWords } from '../words.ts';
import { CreateUnit } from './create-unit.tsx';
import { madeOn } from './structure-change.ts';
import { UnitDetail } from './unit-detail.tsx';
import { UnitTree } from './unit-tree.tsx';
import type { UnitsSearch } from './units-search.ts';
import { WhatChanged } from './what-changed.tsx';
import { useUnitWords } from './words.ts';

const route = getRouteApi('/signedIn/administration/administration/units');

/** The tree of units as of a day, and what can be done to it. */
export function UnitsPage() {
  const words = useUnitWords();
  const common = useAdministrationWords();
  const today = useToday();
  const search = route.useSearch();
  const { day = today, unit } = search;
  const navigate = useNavigate();
  const [isCreating, setIsCreating] = useState(false);
  const { data, error, refetch } = useQuery(unitsQuery(day));
  const go = (change: UnitsSearch) => void navigate({ to: '/administration/units', search: { ...search, ...change } });
  const made = madeOn(data?.changeDays ?? [], day);
  const chosen = data?.items.find(({ id }) => id === unit);

  return (
    <Page
      title={words.title}
      lead={words.lead}
      deeds={<Button onClick={() => setIsCreating(true)}>{words.create}</Button>}
    >
      <div className={styles.tools}>
        <DayInput label={common.day} value={day} change={(next) => next !== '' && go({ day: next })} />
        <Chip.Group value={day} onChange={(next) => go({ day: String(next) })}>
          <Group gap={6} role="group" aria-label={words.changes}>
            <Chip value={today} size="xs">
              {common.today}
            </Chip>
            {data?.changeDays
              .filter((each) => each !== today)
              .map((each) => (
                <Chip key={each} value={each} size="xs">
                  {words.changeFrom(sayDay(each))}
                </Chip>
              ))}
          </Group>
        </Chip.Group>
      </div>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Loader size="sm" />}
      {data !== undefined && (
        <div className={styles.beside}>
          <div className={styles.scroll}>
            <UnitTree units={data.items} chosen={unit} choose={(id) => go({ unit: id })} />
          </div>
          <aside className={`${styles.card} ${styles.sticky}`} aria-label={chosen?.name ?? words.unit}>
            {chosen === undefined ? (
              <NothingChosen icon="tree" says={words.choose} />
            ) : (
              <UnitDetail key={chosen.id} unit={chosen} units={data.items} day={day} />
            )}
          </aside>
        </div>
      )}
      {made !== null && <WhatChanged on={made} />}
      {isCreating && <CreateUnit units={data?.items ?? []} above={chosen} close={() => setIsCreating(false)} />}
    </Page>
  );
}
