import { Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addTurn, type Officer } from '../data.ts';
import { DayInput } from '../parts/day-input.tsx';
import { dayAfter, instantAt } from '../parts/days.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useDeed } from '../parts/use-deed.ts';
import { useRosterWords } from './words.ts';

interface AddTurnProps {
  officers: readonly Officer[];
  monday: string;
  close: () => void;
}

/** Puts an officer on duty. A turn that ends before it begins ends on the next day. */
export function AddTurn({ officers, monday, close }: AddTurnProps) {
  const words = useRosterWords();
  const [officerId, setOfficerId] = useState(officers[0]?.id ?? 0);
  const [day, setDay] = useState(monday);
  const [from, setFrom] = useState('07:00');
  const [until, setUntil] = useState('19:00');
  const adding = useDeed(addTurn, close);

  function save(): void {
    const untilAt = instantAt(until <= from ? dayAfter(day, 1) : day, until);
    adding.mutate({ officerId, fromAt: instantAt(day, from), untilAt });
  }

  return (
    <FormDialog
      title={words.addTurn}
      mutation={adding}
      isReady={day !== '' && from !== '' && until !== ''}
      save={save}
      close={close}
    >
      <Select
        label={words.officer}
        searchable
        allowDeselect={false}
        data={officers.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={String(officerId)}
        onChange={(id) => setOfficerId(Number(id))}
      />
      <DayInput label={words.day} value={day} change={setDay} required />
      <Group grow>
        <TextInput
          type="time"
          label={words.from}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label={words.until}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </Group>
    </FormDialog>
  );
}
