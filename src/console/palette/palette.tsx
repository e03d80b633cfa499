import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FindingsView } from '../../http/find-routes.ts';
import { fold } from '../../rules/identity/fold.ts';
import { answerOf, v1 } from '../data/api.ts';
import { usePhrases } from '../language/language.tsx';
import { type Entry, useEntries } from './entries.ts';
import { useFoundEntries } from './found-entries.ts';
import { usePaletteWords } from './palette-words.ts';

const [store, palette] = createSpotlight();
const fewestLetters = 2;

/** Finds cases, messages, enterprises, declarations and pages, and does things, from one field. */
export function Palette({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const words = usePaletteWords();
  const phrases = usePhrases();
  const [query, setQuery] = useState('');
  const [q] = useDebouncedValue(query.trim(), 120);
  const { data, isFetching } = useQuery({
    queryKey: ['find', q],
    queryFn: (): Promise<FindingsView> => answerOf(v1.search.$get({ query: { q } })),
    enabled: q.length >= fewestLetters,
    placeholderData: keepPreviousData,
  });
  const said = fold(query.trim());
  const own = useEntries().filter(({ label }) => fold(label).includes(said));
  const found = useFoundEntries(q.length >= fewestLetters ? data : undefined);
  const groups = grouped([...found, ...own]);

  useEffect(() => (isOpen ? palette.open() : palette.close()), [isOpen]);

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={close}
      shortcut={null}
      scrollable
      maxHeight="62vh"
      aria-label={words.title}
    >
      <Spotlight.Search placeholder={words.placeholder} aria-label={words.title} />
      <Spotlight.ActionsList aria-label={words.title}>
        {groups.map(([group, entries]) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {entries.map(({ id, label, detail, act }) => (
              <Spotlight.Action
                key={id}
                label={label}
                {...(detail === undefined ? {} : { description: detail })}
                onClick={act}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && (
          <Spotlight.Empty>{isFetching ? words.searching : q === '' ? phrases.none : words.none}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function grouped(entries: readonly Entry[]): [string, Entry[]][] {
  return [...Map.groupBy(entries, ({ group }) => group)];
}
