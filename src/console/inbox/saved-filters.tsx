import { ActionIcon } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { Icon } from '../components/icons.tsx';
import { readStored, writeStored } from '../stored.ts';
import { removeFilter, savedFiltersQuery } from './inbox-api.ts';
import { readInboxSearch } from './inbox-search.ts';
import { useInboxWords } from './inbox-words.ts';
import { keptPart, sameFilter } from './kept-part.ts';
import { KeepFilter } from './later-dialogs.ts';
import styles from './saved-filters.module.css';

const hadFiltersKey = 'hadSavedFilters';
const route = getRouteApi('/signedIn/cases');

/** Views of the inbox kept under a name, each with its count; all counts come from one query. */
export function SavedFilters() {
  const words = useInboxWords();
  const queryClient = useQueryClient();
  const search = route.useSearch();
  const { data: filters = [], isPending } = useQuery(savedFiltersQuery);
  const count = isPending ? null : filters.length;
  useEffect(() => {
    if (count !== null) writeStored(hadFiltersKey, count > 0 ? 'yes' : null);
  }, [count]);
  const removing = useMutation({
    mutationFn: removeFilter,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: savedFiltersQuery.queryKey }),
  });
  const present = keptPart(search);
  const isKept = filters.some(({ filter }) => sameFilter(filter, present));
  const isWorthKeeping = Object.keys(present).length > 1 && !isKept;
  // The list below does not jump when the filters arrive.
  if (isPending && readStored(hadFiltersKey) !== null) return <div className={styles.waiting} />;
  if (filters.length === 0 && !isWorthKeeping) return null;
  return (
    <nav aria-label={words.filters} className={styles.filters}>
      {filters.map(({ id, name, filter, isShared, count, mayRemove }) => {
        const isOn = sameFilter(filter, present);
        return (
          <span key={id} className={styles.chip} data-on={isOn}>
            <Link
              from="/cases"
              to="."
              search={readInboxSearch(isOn ? { box: filter.box } : { ...filter })}
              className={styles.name}
              title={isShared ? words.shared : undefined}
              aria-current={isOn ? 'true' : undefined}
              activeOptions={{ exact: true }}
            >
              {name} <span className="figures">{count}</span>
            </Link>
            {isOn && mayRemove && (
              <ActionIcon
                size={24}
                mr={-8}
                variant="transparent"
                aria-label={words.remove(name)}
                onClick={() => removing.mutate(id)}
              >
                <Icon name="cross" size={12} />
              </ActionIcon>
            )}
          </span>
        );
      })}
      {isWorthKeeping && (
        <Suspense fallback={null}>
          <KeepFilter filter={present} />
        </Suspense>
      )}
    </nav>
  );
}
