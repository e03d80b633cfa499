import { Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dayAfter, instantAt } from '../../time/days.ts';
import { addAbsence, type Officer } from '../data.ts';
import { DayInput } from '../parts/day-input.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useDeed } from '../parts/use-deed.ts';
import { useToday } from '../parts/use-today.ts';
import { useRosterWords } from './words.ts';

interface AddAbsenceProps {
  officers: readonly Officer[];
  /** Who and when, where the days were marked beforehand; tomorrow otherwise. */
  initial?: { officerId: number; first: string; last: string };
  close: () => void;
}

/** Whole days of absence, and who stands in. */
export function AddAbsence({ officers, initial, close }: AddAbsenceProps) {
  const words = useRosterWords();
  const today = useToday();
  const [officerId, setOfficerId] = useState(initial?.officerId ?? null);
  const [substituteId, setSubstituteId] = useState<number | null>(null);
  const [first, setFirst] = useState(initial?.first ?? dayAfter(today, 1));
  const [last, setLast] = useState(initial?.last ?? dayAfter(today, 1));
  const [reason, setReason] = useState('');
  const adding = useDeed(addAbsence, close);
  const people = officers.map(({ id, name, unitName }) => ({ value: String(id), label: `${name} (${unitName})` }));

  function save(): void {
    if (officerId === null) return;
    adding.mutate({
      officerId,
      substituteId,
      fromAt: instantAt(first, '00:00'),
      untilAt: instantAt(dayAfter(last, 1), '00:00'),
      reason: reason.trim() === '' ? null : reason,
    });
  }

  return (
    <FormDialog
      title={words.addAbsence}
      mutation={adding}
      isReady={officerId !== null && first !== '' && last !== ''}
      save={save}
      close={close}
    >
      <Select
        label={words.officer}
        searchable
        data={people}
        value={officerId === null ? null : String(officerId)}
        onChange={(id) => setOfficerId(id === null ? null : Number(id))}
      />
      <Group grow>
        <DayInput label={words.firstDay} value={first} change={setFirst} required />
        <DayInput label={words.lastDay} value={last} change={setLast} required />
      </Group>
      <Select
        label={words.substitute}
        placeholder={words.noSubstitute}
        searchable
        clearable
        data={people.filter(({ value }) => value !== String(officerId))}
        value={substituteId === null ? null : String(substituteId)}
        onChange={(id) => setSubstituteId(id === null ? null : Number(id))}
      />
      <TextInput label={words.reason} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </FormDialog>
  );
}
