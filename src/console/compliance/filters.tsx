import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Compliance } from '../../reports/compliance/compliance.ts';
import { receivingUnitsQuery } from '../data/queries.ts';
import { presetPeriod } from '../ratings/periods.ts';
import { deskNowMs } from '../time/desk-time.ts';
import { dayKey } from '../time/moments.ts';
import styles from './compliance.module.css';
import type { ComplianceSearch } from './compliance-search.ts';
import { useComplianceWords } from './words.ts';

const presets = ['week', 'month', 'lastMonth', 'quarter', 'year'] as const;

interface FiltersProps {
  /** What the figures are of. */
  shown: Pick<Compliance, 'from' | 'to' | 'compared'>;
  unit: number | undefined;
  choose: (change: ComplianceSearch) => void;
}

/** The period, the earlier one beside it, and the unit. */
export function Filters({ shown, unit, choose }: FiltersProps) {
  const words = useComplianceWords();
  const { data: units = [] } = useQuery(receivingUnitsQuery);
  const today = dayKey(deskNowMs());
  const { from, to, compared } = shown;
  return (
    <div className={styles.filters} data-not-printed>
      <fieldset className={styles.presets} aria-label={words.period}>
        {presets.map((preset) => {
          const period = preset === 'week' ? lastWeek(today) : presetPeriod(preset, today);
          const isChosen = period.from === from && period.to === to;
          return (
            <Button
              key={preset}
              size="xs"
              variant={isChosen ? 'filled' : 'default'}
              aria-pressed={isChosen}
              onClick={() => choose({ ...period, compareFrom: '', compareTo: '' })}
            >
              {words.presets[preset]}
            </Button>
          );
        })}
      </fieldset>
      <Day label={words.from} value={from} max={to} choose={(day) => choose({ from: day, to })} />
      <Day label={words.to} value={to} min={from} max={today} choose={(day) => choose({ from, to: day })} />
      <Day
        label={words.compareFrom}
        value={compared.from}
        max={compared.to}
        choose={(day) => choose({ compareFrom: day, compareTo: compared.to })}
      />
      <Day
        label={words.compareTo}
        value={compared.to}
        min={compared.from}
        choose={(day) => choose({ compareFrom: compared.from, compareTo: day })}
      />
      <NativeSelect
        size="xs"
        className={styles.unit ?? ''}
        label={words.unit}
        value={unit === undefined ? '' : String(unit)}
        onChange={({ currentTarget: { value } }) => choose({ unit: value === '' ? undefined : Number(value) })}
        data={[
          { value: '', label: words.everyUnit },
          ...units.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
    </div>
  );
}

interface DayProps {
  label: string;
  value: string;
  min?: string;
  max?: string;
  choose: (day: string) => void;
}

function Day({ label, value, choose, ...bounds }: DayProps) {
  return (
    <TextInput
      type="date"
      size="xs"
      label={label}
      value={value}
      {...bounds}
      onChange={({ currentTarget: { value: day } }) => day !== '' && choose(day)}
    />
  );
}

/** Today and the six days before. Noon keeps out of any zone. */
function lastWeek(today: string): { from: string; to: string } {
  const noon = Date.parse(`${today}T12:00:00Z`);
  return { from: new Date(noon - 6 * 86_400_000).toISOString().slice(0, 10), to: today };
}
