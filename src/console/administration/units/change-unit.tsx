import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { changeUnit, type Unit } from '../data.ts';
import styles from '../page.module.css';
import { DayInput } from '../parts/day-input.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useDeed } from '../parts/use-deed.ts';
import { useToday } from '../parts/use-today.ts';
import { useAdministrationWords } from '../words.ts';
import { Touched } from './touched.tsx';
import { possibleParents } from './unit-rows.ts';
import { useUnitWords } from './words.ts';

/** Another name or another place from a day on. */
export function ChangeUnit({ unit, units, close }: { unit: Unit; units: readonly Unit[]; close: () => void }) {
  const words = useUnitWords();
  const common = useAdministrationWords();
  const [validFrom, setValidFrom] = useState(useToday());
  const [name, setName] = useState(unit.name);
  const [shortName, setShortName] = useState(unit.shortName);
  const [parentId, setParentId] = useState(unit.parentId);
  const changing = useDeed(changeUnit, close);

  function save(): void {
    const moved = parentId !== null && parentId !== unit.parentId ? { parentId } : {};
    changing.mutate({ id: unit.id, validFrom, name, shortName, ...moved });
  }

  return (
    <FormDialog
      title={words.changeOf(unit.shortName)}
      mutation={changing}
      isReady={validFrom !== '' && name.trim() !== '' && shortName.trim() !== ''}
      save={save}
      close={close}
    >
      <DayInput label={common.from} value={validFrom} change={setValidFrom} required />
      <TextInput label={words.name} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput
        label={words.shortName}
        value={shortName}
        onChange={(event) => setShortName(event.currentTarget.value)}
      />
      {unit.parentId !== null && (
        <Select
          label={words.parent}
          searchable
          allowDeselect={false}
          data={possibleParents(units, unit.id).map((each) => ({ value: String(each.id), label: each.name }))}
          value={String(parentId)}
          onChange={(value) => setParentId(Number(value))}
        />
      )}
      <Touched unitId={unit.id} day={validFrom} />
      <p className={styles.small}>{words.moveKeeps}</p>
    </FormDialog>
  );
}
