import { Group, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dayAfter } from '../../time/days.ts';
import { type Policy, proposePolicy, type StoredPolicy } from '../data.ts';
import styles from '../page.module.css';
import { DayInput } from '../parts/day-input.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useDeed } from '../parts/use-deed.ts';
import { useToday } from '../parts/use-today.ts';
import { usePolicyWords } from './words.ts';

type Clock = Policy['clocks'][number];

/** Other times for the same promises, for a second person to approve. */
export function ProposePolicy({ policy, close }: { policy: StoredPolicy; close: () => void }) {
  const words = usePolicyWords();
  const { definition } = policy;
  const [version, setVersion] = useState('');
  const [validFrom, setValidFrom] = useState(dayAfter(useToday(), 1));
  const [clocks, setClocks] = useState<readonly Clock[]>(definition.clocks);
  const proposing = useDeed(proposePolicy, close);

  function change(kind: Clock['kind'], next: (clock: Clock) => Clock): void {
    setClocks(clocks.map((clock) => (clock.kind === kind ? next(clock) : clock)));
  }

  return (
    <FormDialog
      title={`${words.propose}: ${definition.name}`}
      confirm={words.propose}
      size="lg"
      mutation={proposing}
      isReady={version.trim() !== '' && validFrom !== ''}
      save={() =>
        proposing.mutate({ replacesId: policy.id, definition: { ...definition, version, clocks }, validFrom })
      }
      close={close}
    >
      <Group grow>
        <TextInput
          label={words.version}
          description={definition.version}
          value={version}
          onChange={(event) => setVersion(event.currentTarget.value)}
        />
        <DayInput label={words.validFrom} value={validFrom} change={setValidFrom} required />
      </Group>
      {clocks.map((clock) => (
        <fieldset key={clock.kind} className={styles.card}>
          <legend className={styles.title}>
            {words.clocks[clock.kind]} <span className={styles.small}>{clock.source}</span>
          </legend>
          <p className={styles.small}>{words.minutes}</p>
          <Group grow>
            {words.levels.map((level) => (
              <NumberInput
                key={level}
                label={words.level(level)}
                min={1}
                max={1_000_000}
                value={clock.minutes[level]}
                onChange={(value) => {
                  if (typeof value !== 'number') return;
                  change(clock.kind, (each) => ({ ...each, minutes: { ...each.minutes, [level]: value } }));
                }}
              />
            ))}
          </Group>
          <Group mt="xs">
            {clock.ladder.map((step) => (
              <NumberInput
                key={step.name}
                label={words.step(words.acts[step.act])}
                min={1}
                max={1000}
                suffix=" %"
                value={step.percent}
                onChange={(percent) => {
                  if (typeof percent !== 'number') return;
                  change(clock.kind, (each) => ({
                    ...each,
                    ladder: each.ladder.map((other) => (other.name === step.name ? { ...other, percent } : other)),
                  }));
                }}
              />
            ))}
          </Group>
        </fieldset>
      ))}
    </FormDialog>
  );
}
