import { useQuery } from '@tanstack/react-query';
import { Icon, type IconName } from '../components/icons.tsx';
import { receivingUnitsQuery } from '../data/queries.ts';
import { labelsQuery } from '../labels/data.ts';
import { usePhrases } from '../language/language.tsx';
import styles from './chosen-filters.module.css';
import { isFigure } from './figure-search.ts';
import { useFilterWords } from './filter-words.ts';
import type { InboxSearch } from './inbox-search.ts';
import type { ChangeSearch } from './use-change-search.ts';

/** What is chosen in the popover beside the search. */
const chosenKeys = ['unit', 'label', 'channel', 'kind', 'urgent'] as const satisfies readonly (keyof InboxSearch)[];

/** Which of these narrow the list; the unit of a figure is said with the figure. */
export function chosenIn(search: InboxSearch): readonly (typeof chosenKeys)[number][] {
  return chosenKeys.filter((key) => search[key] !== undefined && !(key === 'unit' && isFigure(search)));
}

export const nothingChosen = Object.fromEntries(chosenKeys.map((key) => [key, undefined]));

interface ChosenFiltersProps {
  search: InboxSearch;
  change: ChangeSearch;
  /** Called once a chip has gone, and the focus with it. */
  removed: () => void;
}

/** By what else the list is narrowed, each to be taken off again. Nothing while it is not. */
export function ChosenFilters({ search, change, removed }: ChosenFiltersProps) {
  const words = useFilterWords();
  const phrases = usePhrases();
  const chosen = chosenIn(search);
  const { data: units, isPending: areUnitsPending } = useQuery({
    ...receivingUnitsQuery,
    enabled: chosen.includes('unit'),
  });
  const { data: labels, isPending: areLabelsPending } = useQuery({ ...labelsQuery, enabled: chosen.includes('label') });
  if (chosen.length === 0) return null;
  // What the reader has no name for is filtered by all the same.
  const unitName = units?.find(({ id }) => id === search.unit)?.name ?? (areUnitsPending ? '…' : words.oneUnit);
  const labelName = labels?.find(({ id }) => id === search.label)?.name ?? (areLabelsPending ? '…' : words.oneLabel);
  const said: Record<(typeof chosenKeys)[number], [icon: IconName, name: string]> = {
    unit: ['tree', unitName],
    label: ['tag', labelName],
    channel: [
      search.channel === 'zaloBot' ? 'zalo' : (search.channel ?? 'webchat'),
      phrases.channels[search.channel ?? 'webchat'],
    ],
    kind: ['inbox', phrases.kinds[search.kind ?? 'issue']],
    urgent: ['warning', phrases.urgent],
  };
  return (
    <ul aria-label={words.chosen} className={styles.chosen}>
      {chosen.map((key) => {
        const [icon, name] = said[key];
        return (
          <li key={key} className={styles.item}>
            <button
              type="button"
              className={styles.chip}
              aria-label={words.remove(name)}
              title={words.remove(name)}
              onClick={() => {
                change({ [key]: undefined });
                removed();
              }}
            >
              <Icon name={icon} size={13} />
              <span className={styles.name}>{name}</span>
              <Icon name="cross" size={12} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
