import { Button, Skeleton } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { BulkDeed } from '../../http/bulk-routes.ts';
import { Failure } from '../components/failure.tsx';
import { QuietPlace } from '../components/quiet-place.tsx';
import { casesQuery } from '../data/queries.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { usePhrases } from '../language/language.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { type Asking, BulkDialog } from './bulk-dialogs.tsx';
import { CardMenu, type MenuPlace } from './card-menu.tsx';
import styles from './case-list.module.css';
import { CaseRow } from './case-row.tsx';
import { marksQuery } from './inbox-api.ts';
import { filterOf } from './inbox-search.ts';
import { focusedReference, stepFocus } from './step-focus.ts';
import { useBulk } from './use-bulk.ts';

const route = getRouteApi('/signedIn/cases');

/** The cases of the chosen box, what is due next on top. */
export function CaseList() {
  const phrases = usePhrases();
  const filter = filterOf(route.useSearch());
  const cases = useInfiniteQuery({ ...casesQuery(filter), placeholderData: keepPreviousData });
  const list = useRef<HTMLUListElement>(null);
  const bulk = useBulk();
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [asking, setAsking] = useState<{ what: Asking; of: readonly string[] } | null>(null);
  const items = cases.data?.pages.flatMap((page) => page.items) ?? [];
  const { data: marks = [] } = useQuery({
    ...marksQuery(items.map(({ reference }) => reference)),
    placeholderData: keepPreviousData,
  });
  const markOf = new Map(marks.map((mark) => [mark.reference, mark]));
  useShortcuts({
    j: () => stepFocus(list.current, 1),
    k: () => stepFocus(list.current, -1),
    x: () => {
      const reference = focusedReference();
      if (reference !== null) bulk.choose(reference, !bulk.chosen.has(reference));
    },
  });

  function act(deed: BulkDeed, of: readonly string[]): void {
    setAsking(null);
    bulk.act(deed, of);
  }

  if (cases.isPending) return <Waiting label={phrases.loading} />;
  if (cases.isError) return <Failure error={cases.error} retry={() => void cases.refetch()} />;

  const chosen = [...bulk.chosen];
  const isFiltered = Object.keys(filter).some((key) => key !== 'box');
  return (
    <>
      {(chosen.length > 0 || bulk.outcome !== null || bulk.error !== null) && (
        <BulkBar
          count={chosen.length}
          outcome={bulk.outcome}
          error={bulk.error}
          isBusy={bulk.isBusy}
          act={(deed) => act(deed, chosen)}
          ask={(what) => setAsking({ what, of: chosen })}
          clear={bulk.clear}
        />
      )}
      {items.length === 0 && (
        <QuietPlace icon="inbox">
          <p>{isFiltered ? phrases.noCasesFound : phrases.noCases}</p>
        </QuietPlace>
      )}
      <div className={styles.scroll} aria-busy={cases.isPlaceholderData}>
        <ul ref={list} className={styles.list}>
          {items.map((item) => (
            <CaseRow
              key={item.reference}
              item={item}
              mark={markOf.get(item.reference)}
              isChosen={bulk.chosen.has(item.reference)}
              choose={(isChosen) => bulk.choose(item.reference, isChosen)}
              openMenu={(at) => {
                const isUnread = (markOf.get(item.reference)?.unread ?? 0) > 0;
                setMenu({ reference: item.reference, isUnread, ...at });
              }}
            />
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
      {menu !== null && (
        <CardMenu
          place={menu}
          close={() => setMenu(null)}
          act={(deed) => act(deed, [menu.reference])}
          ask={(what) => setAsking({ what, of: [menu.reference] })}
        />
      )}
      {asking !== null && (
        <BulkDialog
          asking={asking.what}
          isBusy={bulk.isBusy}
          close={() => setAsking(null)}
          act={(deed) => act(deed, asking.of)}
        />
      )}
    </>
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
