import { useState } from 'react';
import { changePost, type Officer, type OfficerHistory, type Unit } from '../data.ts';
import { DayInput } from '../parts/day-input.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useDeed } from '../parts/use-deed.ts';
import { useToday } from '../parts/use-today.ts';
import { useAdministrationWords } from '../words.ts';
import { PassingOn } from './passing-on.tsx';
import { PostFields, type PostValues } from './post-fields.tsx';
import { useOfficerWords } from './words.ts';

interface ChangePostProps {
  officer: OfficerHistory;
  others: readonly Officer[];
  units: readonly Unit[];
  close: () => void;
}

/** Another unit, title or role from a day on. */
export function ChangePost({ officer, others, units, close }: ChangePostProps) {
  const words = useOfficerWords();
  const common = useAdministrationWords();
  const last = officer.posts.at(-1);
  const [validFrom, setValidFrom] = useState(useToday());
  const [values, setValues] = useState<PostValues>({
    unitId: last?.unitId ?? null,
    role: last?.role ?? 'officer',
    title: last?.title ?? '',
  });
  const [cases, setCases] = useState<Parameters<typeof PassingOn>[0]['value']>({ to: 'route' });
  const changing = useDeed(changePost, close);
  const { unitId, role, title } = values;
  const moves = unitId !== null && unitId !== last?.unitId;

  function save(): void {
    const where = moves ? { unitId, cases } : {};
    changing.mutate({ id: officer.id, validFrom, role, title, ...where });
  }

  return (
    <FormDialog
      title={`${words.change}: ${officer.name}`}
      mutation={changing}
      isReady={validFrom !== '' && title.trim() !== ''}
      save={save}
      close={close}
    >
      <DayInput label={common.from} value={validFrom} change={setValidFrom} required />
      <PostFields values={values} change={(change) => setValues({ ...values, ...change })} units={units} />
      {moves && <PassingOn value={cases} change={setCases} others={others} />}
    </FormDialog>
  );
}
