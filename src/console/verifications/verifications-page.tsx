import { Button, Loader, NativeSelect, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Failure } from '../components/failure.tsx';
import { QuietPlace } from '../components/quiet-place.tsx';
import { Tag } from '../components/tag.tsx';
import { usePhrases } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { dayOf } from './days.ts';
import { Funnel } from './funnel.tsx';
import { verificationsQuery } from './queries.ts';
import { VerificationRow } from './verification-row.tsx';
import { boxes, periods, type VerificationSearch } from './verification-search.ts';
import styles from './verifications.module.css';
import { useVerificationWords } from './words.ts';

const route = getRouteApi('/signedIn/verifications');

/** For internal control and the leader of the department: what became of every low rating they may know of. */
export function VerificationsPage() {
  const words = useVerificationWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const from = useFrom(search.days);
  const choose = (change: VerificationSearch) =>
    void navigate({ search: (current) => ({ ...current, ...change }), replace: true });
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1 className={styles.heading}>{words.title}</h1>
          <p className="quiet">{words.hint}</p>
        </div>
        <NativeSelect
          label={words.period}
          value={search.days ?? 'all'}
          onChange={({ currentTarget }) =>
            choose({ days: periods.find((each) => each === currentTarget.value) ?? 'all' })
          }
          data={periods.map((value) => ({ value, label: words.periods[value] }))}
        />
      </header>
      <Funnel from={from} reached={search.reached} />
      <List search={search} from={from} />
    </div>
  );
}

function List({ search, from }: { search: VerificationSearch; from: string | undefined }) {
  const { show = 'open', reached } = search;
  const words = useVerificationWords();
  const phrases = usePhrases();
  const navigate = route.useNavigate();
  const shown = reached === undefined ? show : 'all';
  const found = useInfiniteQuery(verificationsQuery({ box: shown, reached, from }));
  const counts = found.data?.pages[0]?.counts;
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-label={words.list} className={styles.section}>
      <div className={styles.bar}>
        <SegmentedControl
          className={styles.boxes ?? ''}
          aria-label={words.list}
          value={shown}
          onChange={(value) => {
            const chosen = boxes.find((each) => each === value) ?? 'open';
            void navigate({
              search: ({ reached: _gone, ...current }) => ({ ...current, show: chosen }),
              replace: true,
            });
          }}
          data={boxes.map((value) => ({
            value,
            label: counts === undefined ? words.boxes[value] : `${words.boxes[value]} (${counts[value]})`,
          }))}
        />
        {reached !== undefined && (
          <span className={styles.filter}>
            <Tag icon="check">{words.onlyReached(words.stages[reached])}</Tag>
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => void navigate({ search: ({ reached: _gone, ...current }) => current, replace: true })}
            >
              {words.showAll}
            </Button>
          </span>
        )}
      </div>
      {found.data === undefined && found.error !== null && (
        <Failure error={found.error} retry={() => void found.refetch()} />
      )}
      {found.isPending && <Loader m="xl" size="sm" aria-label={phrases.loading} />}
      {found.data !== undefined && items.length === 0 && (
        <QuietPlace icon="check">
          <p>{words.none}</p>
        </QuietPlace>
      )}
      <ul className={styles.rows}>
        {items.map((item) => (
          <li key={item.reference}>
            <VerificationRow item={item} />
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button variant="default" mt="sm" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </section>
  );
}

/** The beginning of the chosen period: a local midnight, so that the same day asks the same question. */
function useFrom(days: VerificationSearch['days']): string | undefined {
  const now = useDeskNow();
  if (days === undefined || days === 'all') return undefined;
  return `${dayOf(now - Number(days) * 86_400_000)}T00:00:00+07:00`;
}
