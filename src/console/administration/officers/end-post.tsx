import { useState } from 'react';
import { endPost, type Officer, type OfficerHistory } from '../data.ts';
import { DayInput } from '../parts/day-input.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useDeed } from '../parts/use-deed.ts';
import { useToday } from '../parts/use-today.ts';
import { PassingOn } from './passing-on.tsx';
import { useOfficerWords } from './words.ts';

interface EndPostProps {
  officer: OfficerHistory;
  others: readonly Officer[];
  close: () => void;
}

/** The officer leaves. */
export function EndPost({ officer, others, close }: EndPostProps) {
  const words = useOfficerWords();
  const [validTo, setValidTo] = useState(useToday());
  const [cases, setCases] = useState<Parameters<typeof PassingOn>[0]['value']>({ to: 'route' });
  const ending = useDeed(endPost, close);
  return (
    <FormDialog
      title={`${words.leave}: ${officer.name}`}
      confirm={words.leave}
      mutation={ending}
      isReady={validTo !== ''}
      save={() => ending.mutate({ id: officer.id, validTo, cases })}
      close={close}
    >
      <DayInput label={words.leaveFrom} value={validTo} change={setValidTo} required />
      <PassingOn value={cases} change={setCases} others={others} />
    </FormDialog>
  );
}
