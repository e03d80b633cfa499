import { Button, Skeleton } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useParams } from '@tanstack/react-router';
import { Suspense, startTransition, useEffect, useRef, useState } from 'react';
import type { BulkDeed } from '../../http/bulk-routes.ts';
import { Failure } from '../components/failure.tsx';
import { QuietPlace } from '../components/quiet-place.tsx';
import { casesQuery } from '../data/queries.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { usePhrases } from '../language/language.tsx';
import { remindersQuery } from '../reminders/data.ts';
import { DueReminders } from '../reminders/due-reminders.tsx';
import { BulkBar } from './bulk-bar.tsx';
import type { Asking } from './bulk-dialogs.tsx';
import type { MenuPlace } from './card-menu.tsx';
import styles from './case-list.module.css';
import { CaseRow } from './case-row.tsx';
import { marksQuery } from './inbox-api.ts';
import { filterOf } from './inbox-search.ts';
import { BulkDialog, CardMenu, LabelDialog, LabelOneDialog, ReminderDialog } from './later-dialogs.ts';
import { focusedReference, stepFocus } from './step-focus.ts';
import { useBulk } from './use-bulk.ts';

const route = getRouteApi('/signedIn/cases');
const lowestCard = 80;
// Where nobody knows the screen, as on the server: drawn in vain is what a smaller one does not show.
const usualHeight = 1_080;

/** The cases of the chosen box, what is due next on top. */
export function CaseList() {
  const phrases = usePhrases();
  const filter = filterOf(route.useSearch());
  const { reference: openReference } = useParams({ strict: false });
  const cases = useInfiniteQuery({ ...casesQuery(filter), placeholderData: keepPreviousData });
  const reminders = useQuery(remindersQuery);
  const list = useRef<HTMLUListElement>(null);
  const bulk = useBulk();
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [reminding, remind] = useState<string | null>(null);
  const [asking, setAsking] = useState<{ what: Asking; of: readonly string[] } | null>(null);
  const items = cases.data?.pages.flatMap((page) => page.items) ?? [];
  // What was chosen before the list was narrowed waits unseen: nothing is done to it.
  const chosen = items.map(({ reference }) => reference).filter((reference) => bulk.chosen.has(reference));
  const { data: marks = [] } = useQuery({
    ...marksQuery(items.map(({ reference }) => reference)),
    placeholderData: keepPreviousData,
  });
  const isWhole = useWhole(items.length > 0);
  const markOf = new Map(marks.map((mark) => [mark.reference, mark]));
  useShortcuts({
    j: () => stepFocus(list.current, 1),
    k: () => stepFocus(list.current, -1),
    x: () => {
      const reference = focusedReference();
      if (reference !== null) bulk.choose(reference, !bulk.chosen.has(reference));
    },
    // On the opened case the page of the case answers.
    ...(openReference === undefined && {
      l: () => {
        const focused = focusedReference();
        const of = chosen.length > 0 || focused === null ? chosen : [focused];
        if (of.length > 0) setAsking({ what: 'label', of });
      },
    }),
    u: () => {
      const reference = focusedReference();
      if (reference !== null) act({ kind: 'mark', isRead: (markOf.get(reference)?.unread ?? 0) > 0 }, [reference]);
    },
  });

  function act(deed: BulkDeed, of: readonly string[]): void {
    setAsking(null);
    bulk.act(deed, of);
  }

  // Both at once: a reminder that came later would push the list down.
  if (cases.isPending || reminders.isPending) return <Waiting label={phrases.loading} />;
  if (cases.isError) return <Failure error={cases.error} retry={() => void cases.refetch()} />;

  const labelled =
    asking?.what === 'label' ? items.filter(({ reference }) => asking.of.includes(reference)) : undefined;
  const isFiltered = Object.keys(filter).some((key) => !['box', 'sort', 'order'].includes(key));
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
      {filter.box === 'mine' && <DueReminders />}
      {items.length === 0 && (
        <QuietPlace icon="inbox">
          <p>{isFiltered ? phrases.noCasesFound : phrases.noCases}</p>
        </QuietPlace>
      )}
      <div className={styles.scroll} aria-busy={cases.isPlaceholderData}>
        <ul ref={list} className={styles.list}>
          {items
            .slice(0, isWhole ? undefined : Math.ceil((globalThis.innerHeight ?? usualHeight) / lowestCard))
            .map((item) => (
              <CaseRow
                key={item.reference}
                item={item}
                mark={markOf.get(item.reference)}
                remindAt={reminders.data?.find(({ reference }) => reference === item.reference)?.remindAt}
                isChosen={bulk.chosen.has(item.reference)}
                choose={(isChosen) => bulk.choose(item.reference, isChosen)}
                openMenu={(at) => {
                  const isUnread = (markOf.get(item.reference)?.unread ?? 0) > 0;
                  setMenu({ reference: item.reference, isUnread, ...at });
                }}
              />
            ))}
        </ul>
        {isWhole && cases.hasNextPage && (
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
      <Suspense fallback={null}>
        {menu !== null && (
          <CardMenu
            place={menu}
            close={() => setMenu(null)}
            act={(deed) => act(deed, [menu.reference])}
            ask={(what) => setAsking({ what, of: [menu.reference] })}
            remind={() => remind(menu.reference)}
          />
        )}
        {reminding !== null && <ReminderDialog reference={reminding} close={() => remind(null)} />}
        {labelled !== undefined && labelled.length > 1 && (
          <LabelDialog
            cases={labelled}
            error={null}
            act={(labelId, isOn) => act({ kind: 'label', labelId, isOn }, asking?.of ?? [])}
            close={() => setAsking(null)}
          />
        )}
        {labelled?.length === 1 && labelled[0] !== undefined && (
          <LabelOneDialog labelled={labelled[0]} close={() => setAsking(null)} />
        )}
        {asking !== null && asking.what !== 'label' && (
          <BulkDialog
            asking={asking.what}
            isBusy={bulk.isBusy}
            close={() => setAsking(null)}
            act={(deed) => act(deed, asking.of)}
          />
        )}
      </Suspense>
    </>
  );
}

/** False for the first picture: what is below the edge of the screen is drawn once the rest stands. */
function useWhole(isThere: boolean): boolean {
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    if (isThere) startTransition(() => setWhole(true));
  }, [isThere]);
  return isWhole;
}

function Waiting({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className={styles.waiting}>
      {[1, 2, 3, 4, 5, 6, 7].map((place) => (
        <div key={place} className={styles.card}>
          <Skeleton circle height={42} />
          <div className={styles.words}>
            <Skeleton height={14} width="70%" />
            <Skeleton height={13} />
            <Skeleton height={18} width="45%" />
          </div>
        </div>
      ))}
    </div>
  );
}
