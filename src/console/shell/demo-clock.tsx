import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Icon } from '../components/icons.tsx';
import { Refusal } from '../components/refusal.tsx';
import { type ClockMove, moveDemoClock } from '../data/outside-api.ts';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { longDay, timeOfDay } from '../time/moments.ts';
import styles from './demo-clock.module.css';

/** Shows the desk's time and moves it on, so that a newcomer sees a promise break. Demonstration only. */
export function DemoClock() {
  const { phrases, language } = useLanguage();
  const now = useDeskNow();
  const queryClient = useQueryClient();
  const move = useMutation({ mutationFn: moveDemoClock, onSuccess: () => queryClient.invalidateQueries() });

  const moves: [string, ClockMove][] = [
    [phrases.plusMinutes(15), { advanceMinutes: 15 }],
    [phrases.plusWorkingHours(1), { advanceWorkingMinutes: 60 }],
    [phrases.plusWorkingHours(2), { advanceWorkingMinutes: 120 }],
    [phrases.plusWorkingDay, { advanceWorkingMinutes: 480 }],
  ];
  return (
    <section aria-label={phrases.moveClock} className={styles.bar}>
      <span className={styles.time} title={phrases.deskClock}>
        <Icon name="clock" size={15} />
        <strong>{timeOfDay(now, language)}</strong>
        <span className={styles.day}>{longDay(now, language)}</span>
      </span>
      <Group gap={4} wrap="nowrap" className={styles.moves ?? ''}>
        {moves.map(([label, by]) => (
          <Button
            key={label}
            size="compact-xs"
            variant="default"
            disabled={move.isPending}
            onClick={() => move.mutate(by)}
          >
            {label}
          </Button>
        ))}
      </Group>
      <Refusal error={move.error} />
    </section>
  );
}
