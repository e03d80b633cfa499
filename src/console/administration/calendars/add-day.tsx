import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DatedDay } from '../data.ts';
import { DayInput } from '../parts/day-input.tsx';
import { useCalendarWords } from './words.ts';

const kinds = ['holiday', 'makeupDay', 'closure'] as const;
const confidences = ['2+', '1', 'unverified'] as const;

/** The fields of one more day. A make-up day keeps Monday's hours unless a table says otherwise. */
export function AddDay({ year, add }: { year: number; add: (day: DatedDay) => void }) {
  const words = useCalendarWords();
  const [date, setDate] = useState('');
  const [kind, setKind] = useState<DatedDay['kind']>('holiday');
  const [name, setName] = useState('');
  const [confidence, setConfidence] = useState<DatedDay['confidence']>('unverified');

  function put(): void {
    add({ date, kind, name: name.trim(), confidence });
    setDate('');
    setName('');
  }

  return (
    <Group align="flex-end" gap="xs">
      <DayInput label={words.date} value={date} change={setDate} />
      <Select
        label={words.kind}
        w={130}
        allowDeselect={false}
        data={kinds.map((each) => ({ value: each, label: words.kinds[each] }))}
        value={kind}
        onChange={(value) => setKind(kinds.find((each) => each === value) ?? kind)}
      />
      <TextInput label={words.name} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <Select
        label={words.source}
        w={170}
        allowDeselect={false}
        data={confidences.map((each) => ({ value: each, label: words.confidence[each] }))}
        value={confidence}
        onChange={(value) => setConfidence(confidences.find((each) => each === value) ?? confidence)}
      />
      <Button variant="default" disabled={!date.startsWith(`${year}-`) || name.trim() === ''} onClick={put}>
        {words.add}
      </Button>
    </Group>
  );
}
