import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Refusal } from '../../components/refusal.tsx';
import { sayDay } from '../../time/days.ts';
import { officersOnQuery, officesQuery, type Unit, unitQuery } from '../data.ts';
import styles from '../page.module.css';
import { useAdministrationWords } from '../words.ts';
import { ChangeUnit } from './change-unit.tsx';
import { EndUnit } from './end-unit.tsx';
import { useUnitWords } from './words.ts';

/** One unit on the day that is looked at: what it was called, who works there, for which offices it answers. */
export function UnitDetail({ unit, units, day }: { unit: Unit; units: readonly Unit[]; day: string }) {
  const words = useUnitWords();
  const common = useAdministrationWords();
  const [doing, setDoing] = useState<'change' | 'end' | null>(null);
  const { data: history, error } = useQuery(unitQuery(unit.id));
  const { data: officers } = useQuery(officersOnQuery(day));
  const { data: offices } = useQuery(officesQuery);
  const staff = officers?.filter(({ unitId }) => unitId === unit.id) ?? [];
  const codes = offices?.filter(({ unitId }) => unitId === unit.id) ?? [];
  const close = () => setDoing(null);

  return (
    <>
      <h2 className={styles.title}>{unit.name}</h2>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => setDoing('change')}>
          {words.change}
        </Button>
        {unit.parentId !== null && (
          <Button size="xs" variant="default" onClick={() => setDoing('end')}>
            {words.end}
          </Button>
        )}
      </Group>
      <Refusal error={error} />
      <h3 className={styles.subtitle}>{words.history}</h3>
      <ul className={styles.rows}>
        {history?.versions.toReversed().map(({ validFrom, validTo, name, parentId }) => (
          <li key={validFrom}>
            <span>
              {name}
              {parentId !== unit.parentId && <span className={styles.small}> ({nameIn(units, parentId)})</span>}
            </span>
            <span className={`${styles.small} figures`}>
              {sayDay(validFrom)} – {validTo === null ? '…' : sayDay(validTo)}
            </span>
          </li>
        ))}
      </ul>
      <h3 className={styles.subtitle}>{words.offices}</h3>
      <p className={styles.small}>
        {codes.length === 0 ? common.none : codes.map(({ code, name }) => `${code} ${name}`).join(', ')}
      </p>
      <h3 className={styles.subtitle}>{words.officers}</h3>
      <ul className={styles.rows}>
        {staff.map(({ id, name, title }) => (
          <li key={id}>
            <span>{name}</span>
            <span className={styles.small}>{title}</span>
          </li>
        ))}
        {staff.length === 0 && <li className={styles.small}>{common.none}</li>}
      </ul>
      {doing === 'change' && <ChangeUnit unit={unit} units={units} close={close} />}
      {doing === 'end' && <EndUnit unit={unit} close={close} />}
    </>
  );
}

function nameIn(units: readonly Unit[], id: number | null): string {
  return units.find((each) => each.id === id)?.shortName ?? '';
}
