import { useQuery } from '@tanstack/react-query';
import { Icon, type IconName } from '../components/icons.tsx';
import { countsQuery } from '../data/queries.ts';
import styles from './clock-choice.module.css';
import { useFilterWords } from './filter-words.ts';
import type { InboxSearch } from './inbox-search.ts';
import type { ChangeSearch } from './use-change-search.ts';

const choices = {
  overdue: 'warning',
  halfHour: 'hourglass',
  today: 'calendar',
  paused: 'pause',
} as const satisfies Record<string, IconName>;

type ClockState = keyof typeof choices;
// The keys of a record that is written out right above are its own.
const clockStates = Object.keys(choices) as readonly ClockState[];

/** How the next clock of a case stands: one choice, or none when the pressed one is pressed again. */
export function ClockChoice({ search, change }: { search: InboxSearch; change: ChangeSearch }) {
  const words = useFilterWords();
  const { data: counts } = useQuery(countsQuery);
  const chosen = search.overdue === true ? 'overdue' : search.due;
  return (
    <fieldset aria-label={words.clockStates} className={styles.choice}>
      {clockStates.map((state) => (
        <button
          key={state}
          type="button"
          aria-pressed={state === chosen}
          title={words.hints[state]}
          className={styles.state}
          data-state={state}
          onClick={() => change(asSearch(state === chosen ? null : state))}
        >
          <span className={styles.icon}>
            <Icon name={choices[state]} size={13} />
          </span>
          {words[state]}
          {state === 'overdue' && <span className="figures">{counts?.overdue ?? ''}</span>}
        </button>
      ))}
    </fieldset>
  );
}

function asSearch(state: ClockState | null): Parameters<ChangeSearch>[0] {
  const isOverdue = state === 'overdue';
  return { overdue: isOverdue ? true : undefined, due: isOverdue ? undefined : (state ?? undefined) };
}
