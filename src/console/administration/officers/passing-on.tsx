import { Select } from '@mantine/core';
import type { Leaving, Officer } from '../data.ts';
import { useOfficerWords } from './words.ts';

type Passing = NonNullable<Leaving['cases']>;

interface PassingOnProps {
  value: Passing;
  change: (value: Passing) => void;
  others: readonly Officer[];
}

/** What becomes of an officer's open cases. */
export function PassingOn({ value, change, others }: PassingOnProps) {
  const words = useOfficerWords();
  return (
    <>
      <Select
        label={words.cases}
        allowDeselect={false}
        data={[
          { value: 'route', label: words.passing.route },
          { value: 'queue', label: words.passing.queue },
          { value: 'officer', label: words.passing.officer },
        ]}
        value={value.to}
        onChange={(to) => {
          if (to === 'officer') change({ to, officerId: others[0]?.id ?? 0 });
          else if (to === 'queue' || to === 'route') change({ to });
        }}
      />
      {value.to === 'officer' && (
        <Select
          label={words.toWhom}
          searchable
          allowDeselect={false}
          data={others.map(({ id, name, unitName }) => ({ value: String(id), label: `${name} (${unitName})` }))}
          value={String(value.officerId)}
          onChange={(id) => change({ to: 'officer', officerId: Number(id) })}
        />
      )}
    </>
  );
}
