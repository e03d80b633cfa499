import { useState } from 'react';
import { endRule, type Rule } from '../data.ts';
import { DayInput } from '../parts/day-input.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useDeed } from '../parts/use-deed.ts';
import { useToday } from '../parts/use-today.ts';
import { useResponsibilityWords } from './words.ts';

/** The line applies until the day before. */
export function EndRule({ rule, close }: { rule: Rule; close: () => void }) {
  const words = useResponsibilityWords();
  const [validTo, setValidTo] = useState(useToday());
  const ending = useDeed(endRule, close);
  return (
    <FormDialog
      title={words.endOf(rule.precedence)}
      confirm={words.end}
      mutation={ending}
      isReady={validTo !== ''}
      save={() => ending.mutate({ id: rule.id, validTo })}
      close={close}
    >
      <DayInput label={words.endFrom} value={validTo} change={setValidTo} required />
    </FormDialog>
  );
}
