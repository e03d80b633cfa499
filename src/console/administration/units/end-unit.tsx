import { useState } from 'react';
import { endUnit, type Unit } from '../data.ts';
import styles from '../page.module.css';
import { DayInput } from '../parts/day-input.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useDeed } from '../parts/use-deed.ts';
import { useToday } from '../parts/use-today.ts';
import { Touched } from './touched.tsx';
import { useUnitWords } from './words.ts';

/** The unit works until the day before. */
export function EndUnit({ unit, close }: { unit: Unit; close: () => void }) {
  const words = useUnitWords();
  const [validTo, setValidTo] = useState(useToday());
  const ending = useDeed(endUnit, close);
  return (
    <FormDialog
      title={words.endOf(unit.shortName)}
      confirm={words.end}
      mutation={ending}
      isReady={validTo !== ''}
      save={() => ending.mutate({ id: unit.id, validTo })}
      close={close}
    >
      <DayInput label={words.endFrom} value={validTo} change={setValidTo} required />
      <Touched unitId={unit.id} day={validTo} />
      <p className={styles.small}>{words.endNeeds}</p>
    </FormDialog>
  );
}
