import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { createOfficer, type Unit } from '../data.ts';
import { DayInput } from '../parts/day-input.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useDeed } from '../parts/use-deed.ts';
import { useToday } from '../parts/use-today.ts';
import { useAdministrationWords } from '../words.ts';
import { PostFields, type PostValues } from './post-fields.tsx';
import { useOfficerWords } from './words.ts';

/** A new officer with a first post. */
export function CreateOfficer({ units, close }: { units: readonly Unit[]; close: () => void }) {
  const words = useOfficerWords();
  const common = useAdministrationWords();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [validFrom, setValidFrom] = useState(useToday());
  const [values, setValues] = useState<PostValues>({ unitId: null, role: 'officer', title: '' });
  const creating = useDeed(createOfficer, close);
  const { unitId, role, title } = values;

  function save(): void {
    if (unitId !== null) creating.mutate({ name, email, title, role, unitId, validFrom });
  }

  return (
    <FormDialog
      title={words.create}
      mutation={creating}
      isReady={unitId !== null && [name, email, title, validFrom].every((text) => text.trim() !== '')}
      save={save}
      close={close}
    >
      <TextInput label={words.name} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput
        type="email"
        label={words.email}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PostFields values={values} change={(change) => setValues({ ...values, ...change })} units={units} />
      <DayInput label={common.from} value={validFrom} change={setValidFrom} required />
    </FormDialog>
  );
}
