import { Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dayAfter, instantAt, sayDay } from '../../time/days.ts';
import { addTurn, type NewTurn, type Officer } from '../data.ts';
import { DayInput } from '../parts/day-input.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useDeed } from '../parts/use-deed.ts';
import { useRosterWords } from './words.ts';

interface AddTurnProps {
  officers: readonly Officer[];
  /** For whom and on which days, of which there is one at least; each gets a turn. */
  initial: { officerId?: number; days: readonly string[] };
  close: () => void;
}

/** Puts an officer on duty. A turn that ends before it begins ends on the next day. */
export function AddTurn({ officers, initial, close }: AddTurnProps) {
  const words = useRosterWords();
  const [officerId, setOfficerId] = useState(initial.officerId ?? officers[0]?.id ?? 0);
  const [day, setDay] = useState(initial.days[0] ?? '');
  const [from, setFrom] = useState('07:00');
  const [until, setUntil] = useState('19:00');
  const days = initial.days.length > 1 ? initial.days : [day];
  const adding = useDeed(addTurns, close);

  function save(): void {
    adding.mutate(
      days.map((each) => ({
        officerId,
        fromAt: instantAt(each, from),
        untilAt: instantAt(until <= from ? dayAfter(each, 1) : each, until),
      })),
    );
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
      {days.length > 1 ? (
        <p className="figures">{words.onDays(sayDay(days[0] ?? ''), sayDay(days.at(-1) ?? ''), days.length)}</p>
      ) : (
        <DayInput label={words.day} value={day} change={setDay} required />
      )}
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

/** One after another, so that a refusal stops where it stands. */
async function addTurns(turns: readonly NewTurn[]): Promise<void> {
  for (const turn of turns) await addTurn(turn);
}
