import { Button, Skeleton } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { CaseCard } from '../components/case-card.tsx';
import { Failure } from '../components/failure.tsx';
import { QuietPlace } from '../components/quiet-place.tsx';
import { casesQuery } from '../data/queries.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { usePhrases } from '../language/language.tsx';
import styles from './case-list.module.css';
import { filterOf } from './inbox-search.ts';
import { stepFocus } from './step-focus.ts';

const route = getRouteApi('/signedIn/cases');

/** The cases of the chosen box, what is due next on top. */
export function CaseList() {
  const phrases = usePhrases();
  const filter = filterOf(route.useSearch());
  const cases = useInfiniteQuery({ ...casesQuery(filter), placeholderData: keepPreviousData });
  const list = useRef<HTMLUListElement>(null);
  useShortcuts({ j: () => stepFocus(list.current, 1), k: () => stepFocus(list.current, -1) });

  if (cases.isPending) return <Waiting label={phrases.loading} />;
  if (cases.isError) return <Failure error={cases.error} retry={() => void cases.refetch()} />;

  const items = cases.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    const isFiltered = filter.q !== undefined || filter.overdue === true || filter.state !== undefined;
    return (
      <QuietPlace icon="inbox">
        <p>{isFiltered ? phrases.noCasesFound : phrases.noCases}</p>
      </QuietPlace>
    );
  }
  return (
    <div className={styles.scroll} aria-busy={cases.isPlaceholderData}>
      <ul ref={list} className={styles.list}>
        {items.map((item) => (
          <li key={item.reference}>
            <CaseCard item={item} />
          </li>
        ))}
      </ul>
      {cases.hasNextPage && (
        <Button
          variant="subtle"
          fullWidth
          radius={0}
          loading={cases.isFetchingNextPage}
          onClick={() => void cases.fetchNextPage()}
        >
          {phrases.moreCases}
        </Button>
      )}
    </div>
  );
}

function Waiting({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className={styles.waiting}>
      {[1, 2, 3, 4, 5].map((place) => (
        <Skeleton key={place} height={64} />
      ))}
    </div>
  );
}
