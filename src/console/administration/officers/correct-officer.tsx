import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { correctOfficer, type OfficerHistory } from '../data.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useDeed } from '../parts/use-deed.ts';
import { useOfficerWords } from './words.ts';

/** Puts a name or an address right; no post changes. */
export function CorrectOfficer({ officer, close }: { officer: OfficerHistory; close: () => void }) {
  const words = useOfficerWords();
  const [name, setName] = useState(officer.name);
  const [email, setEmail] = useState(officer.email);
  const correcting = useDeed(correctOfficer, close);
  return (
    <FormDialog
      title={words.correct}
      mutation={correcting}
      isReady={name.trim() !== '' && email.includes('@')}
      save={() => correcting.mutate({ id: officer.id, name, email })}
      close={close}
    >
      <TextInput label={words.name} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput
        type="email"
        label={words.email}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
