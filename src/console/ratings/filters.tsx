import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { Scope } from './api.ts';
import { type Preset, presetPeriod } from './periods.ts';
import styles from './ratings.module.css';
import { type RatingsSearch, steps } from './ratings-search.ts';
import { useRatingWords } from './words.ts';

const presets: readonly Preset[] = ['month', 'lastMonth', 'quarter', 'year', 'twelve'];

interface FiltersProps {
  scope: Scope;
  today: string;
  /** Whether the reader may look at single steps. */
  maySplit: boolean;
  choose: (change: RatingsSearch) => void;
}

/** The period and the step. */
export function Filters({ scope, today, maySplit, choose }: FiltersProps) {
  const words = useRatingWords();
  return (
    <div className={styles.filters} data-not-printed>
      <fieldset className={styles.presets} style={{ border: 0, margin: 0, padding: 0 }} aria-label={words.period}>
        {presets.map((preset) => {
          const period = presetPeriod(preset, today);
          const isChosen = period.from === scope.from && period.to === scope.to;
          return (
            <Button
              key={preset}
              size="xs"
              variant={isChosen ? 'filled' : 'default'}
              aria-pressed={isChosen}
              onClick={() => choose(period)}
            >
              {words.presets[preset]}
            </Button>
          );
        })}
      </fieldset>
      <TextInput
        type="date"
        size="xs"
        label={words.from}
        value={scope.from}
        max={scope.to}
        onChange={({ currentTarget: { value } }) => value !== '' && choose({ from: value, to: scope.to })}
      />
      <TextInput
        type="date"
        size="xs"
        label={words.to}
        value={scope.to}
        min={scope.from}
        max={today}
        onChange={({ currentTarget: { value } }) => value !== '' && choose({ from: scope.from, to: value })}
      />
      {(maySplit || scope.step !== undefined) && (
        <NativeSelect
          size="xs"
          label={words.step}
          value={scope.step ?? ''}
          onChange={({ currentTarget: { value } }) => choose({ step: steps.find((each) => each === value) })}
          data={[
            { value: '', label: words.everyStep },
            ...Object.entries(words.steps).map(([value, label]) => ({ value, label })),
          ]}
        />
      )}
    </div>
  );
}
