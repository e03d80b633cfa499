import { NativeSelect, SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../administration/parts/page.tsx';
import { ExportButton } from '../exports/export-button.tsx';
import { usePhrases } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { dayKey } from '../time/moments.ts';
import { type ViewsAsked, viewsFile } from './data.ts';
import styles from './oversight.module.css';
import { ViewLog } from './view-log.tsx';
import { ViewedCases } from './viewed-cases.tsx';
import { Viewers } from './viewers.tsx';
import { kinds, periods, tabs, type ViewsSearch } from './views-search.ts';
import { useOversightWords } from './words.ts';

const route = getRouteApi('/signedIn/oversight/views');

/** For internal control: who opened which case. */
export function ViewsPage() {
  const words = useOversightWords();
  const phrases = usePhrases();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { list = 'cases', past = '30', kind, reference, officer } = search;
  const from = useFirstDay(Number(past));
  const asked: ViewsAsked = {
    from,
    ...(kind === undefined ? {} : { kind }),
    ...(reference === undefined ? {} : { reference }),
    ...(officer === undefined ? {} : { officer }),
  };
  const choose = (change: ViewsSearch) =>
    void navigate({ search: (current) => ({ ...current, ...change }), replace: true });
  return (
    <Page title={words.title} lead={words.lead}>
      <div className={styles.tools}>
        <SegmentedControl
          aria-label={words.title}
          value={list}
          onChange={(chosen) => choose({ list: tabs.find((each) => each === chosen) ?? 'cases' })}
          data={tabs.map((value) => ({ value, label: words.tabs[value] }))}
        />
        <NativeSelect
          label={words.period}
          value={past}
          onChange={({ currentTarget }) =>
            choose({ past: periods.find((each) => each === currentTarget.value) ?? '30' })
          }
          data={periods.map((value) => ({ value, label: words.periods[value] }))}
        />
        <NativeSelect
          label={words.kind}
          value={kind ?? ''}
          onChange={({ currentTarget }) => {
            const { kind: _before, ...rest } = search;
            const chosen = kinds.find((each) => each === currentTarget.value);
            void navigate({ search: { ...rest, ...(chosen === undefined ? {} : { kind: chosen }) }, replace: true });
          }}
          data={[
            { value: '', label: words.everyKind },
            ...kinds.map((value) => ({ value, label: phrases.kinds[value] })),
          ]}
        />
        <div className={styles.end}>
          <ExportButton file={viewsFile(asked)} />
        </div>
      </div>
      {list === 'cases' && <ViewedCases asked={asked} />}
      {list === 'viewers' && <Viewers asked={asked} />}
      {list === 'log' && (
        <ViewLog asked={asked} drop={() => void navigate({ search: { list, past }, replace: true })} />
      )}
    </Page>
  );
}

/** The first of so many days, today among them. */
function useFirstDay(days: number): string {
  return dayKey(useDeskNow() - (days - 1) * 86_400_000);
}
