import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Icon } from '../components/icons.tsx';
import { countsQuery } from '../data/queries.ts';
import { ExportButton } from '../exports/export-button.tsx';
import { fileAddress } from '../exports/fetch-file.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { usePhrases } from '../language/language.tsx';
import styles from './case-filters.module.css';
import { CaseSortChoice } from './case-sort.tsx';
import { FigureChip } from './figure-chip.tsx';
import { figureKeys } from './figure-search.ts';
import { filterOf, type InboxSearch, readInboxSearch } from './inbox-search.ts';

const route = getRouteApi('/signedIn/cases');

/** Search, the overdue switch and the state, each kept in the address. */
export function CaseFilters() {
  const search = route.useSearch();
  const change = useChangeSearch();
  return (
    <search className={styles.filters}>
      <SearchBox q={search.q ?? ''} change={(q) => change({ q })} />
      <div className={styles.row}>
        <OverdueSwitch isOn={search.overdue === true} change={(overdue) => change({ overdue })} />
        <StateSelect state={search.state ?? ''} change={(state) => change({ state })} />
      </div>
      <div className={styles.row}>
        <CaseSortChoice sort={search.sort} order={search.order} change={(chosen) => change({ ...chosen })} />
        <ExportButton file={fileAddress('/api/v1/exports/cases', { ...filterOf(search) })} isSmall />
      </div>
      <FigureChip search={search} clear={() => change(Object.fromEntries(figureKeys.map((key) => [key, undefined])))} />
    </search>
  );
}

function useChangeSearch(): (change: Partial<Record<keyof InboxSearch, unknown>>) => void {
  const navigate = route.useNavigate();
  return (change) => {
    void navigate({ to: '.', search: (search) => readInboxSearch({ ...search, ...change }), replace: true });
  };
}

function SearchBox({ q, change }: { q: string; change: (q: string) => void }) {
  const phrases = usePhrases();
  const box = useRef<HTMLInputElement>(null);
  const changeSoon = useDebouncedCallback(change, 250);
  useShortcuts({ '/': () => box.current?.focus() });

  // The address may change without the box: the back button, a link.
  useEffect(() => {
    if (box.current !== null && document.activeElement !== box.current) box.current.value = q;
  }, [q]);

  return (
    <TextInput
      ref={box}
      type="search"
      size="sm"
      aria-label={phrases.search}
      placeholder={phrases.searchHint}
      leftSection={<Icon name="search" size={16} />}
      defaultValue={q}
      onChange={(event) => changeSoon(event.currentTarget.value.trim())}
    />
  );
}

function OverdueSwitch({ isOn, change }: { isOn: boolean; change: (isOn: boolean) => void }) {
  const phrases = usePhrases();
  const { data: counts } = useQuery(countsQuery);
  return (
    <button
      type="button"
      aria-pressed={isOn}
      title={phrases.overdueOnly}
      className={styles.switch}
      onClick={() => change(!isOn)}
    >
      <Icon name="warning" size={14} />
      {phrases.overdue}
      <span className="figures">{counts?.overdue ?? ''}</span>
    </button>
  );
}

function StateSelect({ state, change }: { state: string; change: (state: string) => void }) {
  const phrases = usePhrases();
  const field = useRef<HTMLSelectElement>(null);
  useShortcuts({ f: () => field.current?.focus() });
  return (
    <NativeSelect
      ref={field}
      size="xs"
      aria-label={phrases.state}
      value={state}
      onChange={(event) => change(event.currentTarget.value)}
      data={[
        { value: '', label: phrases.openStates },
        ...Object.entries(phrases.states).map(([value, label]) => ({ value, label })),
        { value: 'any', label: phrases.anyState },
      ]}
    />
  );
}
