import { ActionIcon, NativeSelect } from '@mantine/core';
import type { CaseSort } from '../../store/case-order.ts';
import { Icon } from '../components/icons.tsx';
import styles from './case-sort.module.css';
import { caseSorts } from './inbox-search.ts';
import { useInboxWords } from './inbox-words.ts';

export interface ChosenOrder {
  sort: CaseSort | undefined;
  order: 'asc' | 'desc' | undefined;
}

// What somebody who chooses a way wants to see first: the longest wait, the newest word, the highest level.
const naturally: Record<CaseSort, 'asc' | 'desc'> = {
  due: 'asc',
  waiting: 'asc',
  activity: 'desc',
  urgency: 'desc',
  opened: 'desc',
};

/** By what the list stands, and which end comes first. */
export function CaseSortChoice({ sort = 'due', order = 'asc', change }: ChosenOrderProps) {
  const words = useInboxWords();
  return (
    <div className={styles.sort}>
      <NativeSelect
        size="xs"
        variant="unstyled"
        aria-label={words.sortedBy}
        title={words.sortedBy}
        value={sort}
        onChange={(event) => {
          const chosen = caseSorts.find((each) => each === event.currentTarget.value) ?? 'due';
          change(chosenOrder(chosen, naturally[chosen]));
        }}
        data={caseSorts.map((value) => ({ value, label: words.sorts[value] }))}
      />
      <ActionIcon
        variant="subtle"
        size={26}
        aria-label={words.turned[sort][order]}
        title={words.turned[sort][order]}
        onClick={() => change(chosenOrder(sort, order === 'asc' ? 'desc' : 'asc'))}
      >
        <span className={styles.arrow} data-order={order}>
          <Icon name="sort" size={15} />
        </span>
      </ActionIcon>
    </div>
  );
}

interface ChosenOrderProps {
  sort: CaseSort | undefined;
  order: 'asc' | 'desc' | undefined;
  change: (chosen: ChosenOrder) => void;
}

/** What is so anyway is left out of the address. */
function chosenOrder(sort: CaseSort, order: 'asc' | 'desc'): ChosenOrder {
  return { sort: sort === 'due' ? undefined : sort, order: order === 'asc' ? undefined : order };
}
