import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Icon } from '../components/icons.tsx';
import { LaterMenu } from '../components/later-menu.tsx';
import { labelsQuery } from '../labels/data.ts';
import { chosenIn } from './chosen-filters.tsx';
import styles from './filter-button.module.css';
import { useFilterWords } from './filter-words.ts';
import { caseUnitsQuery } from './inbox-api.ts';
import type { InboxSearch } from './inbox-search.ts';
import { FilterPopover, loadFilterPopover } from './later-dialogs.ts';
import type { ChangeSearch } from './use-change-search.ts';

interface FilterButtonProps {
  search: InboxSearch;
  change: ChangeSearch;
  /** Gives the button the focus. */
  focus: () => void;
}

/** Opens what else the list can be narrowed by, and says how much of it is chosen. */
export function FilterButton({ search, change, focus }: FilterButtonProps) {
  const words = useFilterWords();
  const queryClient = useQueryClient();
  const count = chosenIn(search).length;
  const button = (
    <Button
      variant="default"
      size="compact-sm"
      className={styles.button}
      data-on={count > 0}
      data-filter-button
      aria-label={words.filterBy(count)}
      leftSection={<Icon name="filter" size={15} />}
      onPointerEnter={fetchChoices}
      onFocus={fetchChoices}
    >
      {words.filter}
      {count > 0 && <span className={styles.count}>{count}</span>}
    </Button>
  );
  return (
    <LaterMenu
      opens="dialog"
      button={button}
      preload={loadFilterPopover}
      menu={(target) => <FilterPopover button={target} search={search} change={change} focusButton={focus} />}
    />
  );

  /** So that the choices are there when it opens. */
  function fetchChoices(): void {
    void queryClient.prefetchQuery(caseUnitsQuery);
    void queryClient.prefetchQuery(labelsQuery);
  }
}
