import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Icon } from '../components/icons.tsx';
import { ExportButton } from '../exports/export-button.tsx';
import { fileAddress } from '../exports/fetch-file.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { usePhrases } from '../language/language.tsx';
import styles from './case-filters.module.css';
import { CaseSortChoice } from './case-sort.tsx';
import { ChosenFilters } from './chosen-filters.tsx';
import { ClockChoice } from './clock-choice.tsx';
import { FigureChip } from './figure-chip.tsx';
import { withoutFigure } from './figure-search.ts';
import { FilterButton } from './filter-button.tsx';
import { filterOf } from './inbox-search.ts';
import { useChangeSearch } from './use-change-search.ts';

const route = getRouteApi('/signedIn/cases');

/** Search and what narrows the list, how its clocks stand before all; each kept in the address. */
export function CaseFilters() {
  const search = route.useSearch();
  const change = useChangeSearch();
  const filters = useRef<HTMLElement>(null);
  const focusFilter = () => filters.current?.querySelector<HTMLElement>('[data-filter-button]')?.focus();
  useShortcuts({ f: focusFilter });
  return (
    <search ref={filters} className={styles.filters}>
      <div className={styles.row}>
        <SearchBox q={search.q ?? ''} change={(q) => change({ q })} />
        <FilterButton search={search} change={change} focus={focusFilter} />
      </div>
      <ClockChoice search={search} change={change} />
      <ChosenFilters search={search} change={change} removed={focusFilter} />
      <div className={styles.line}>
        <StateSelect state={search.state ?? ''} change={(state) => change({ state })} />
        <CaseSortChoice sort={search.sort} order={search.order} change={(chosen) => change({ ...chosen })} />
        <ExportButton file={fileAddress('/api/v1/exports/cases', { ...filterOf(search) })} isSmall />
      </div>
      <FigureChip search={search} clear={() => change(withoutFigure(search))} />
    </search>
  );
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
      className={styles.search}
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

function StateSelect({ state, change }: { state: string; change: (state: string) => void }) {
  const phrases = usePhrases();
  return (
    <NativeSelect
      size="xs"
      variant="unstyled"
      aria-label={phrases.state}
      title={phrases.state}
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
