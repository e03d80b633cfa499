import { Loader } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FoundView } from '../../http/search-routes.ts';
import { answerOf, v1 } from '../data/api.ts';
import { dayOf } from '../look-ups/words.ts';
import { useClauseWords } from './clause-words.ts';
import styles from './finder.module.css';
import { Finder, FinderDialog } from './finder.tsx';

type Passage = FoundView['items'][number];

interface ClausePickerProps {
  isOpen: boolean;
  close(): void;
  insert(quotation: string): void;
}

/** Finds a clause by words or address while the officer types, and hands over its words with their citation. */
export function ClausePicker({ isOpen, close, insert }: ClausePickerProps) {
  const words = useClauseWords();
  return (
    <FinderDialog isOpen={isOpen} close={close} words={words} size="lg">
      <Passages
        pick={(passage) => {
          insert(quotationOf(passage));
          close();
        }}
      />
    </FinderDialog>
  );
}

function Passages({ pick }: { pick(passage: Passage): void }) {
  const words = useClauseWords();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 150);
  const { data, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['appendices', 'search', q],
    queryFn: (): Promise<FoundView> => answerOf(v1.appendices.search.$get({ query: { q } })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const items = q === '' ? [] : (data?.items ?? []);
  // What is shown may still belong to the letters before: Enter then means the first that comes for what is typed.
  const isSettled = q === text.trim() && !isPlaceholderData && !isFetching;
  const [takenAt, setTakenAt] = useState<number | null>(null);
  const taken = takenAt !== null && isSettled ? items[Math.min(takenAt, items.length - 1)] : undefined;
  useEffect(() => {
    if (taken === undefined) return;
    setTakenAt(null);
    pick(taken);
  }, [taken, pick]);

  return (
    <Finder
      words={{ ...words, hint: words.keys }}
      text={text}
      setText={(typed) => {
        setText(typed);
        setTakenAt(null);
      }}
      items={items}
      keyOf={({ address }) => address}
      draw={({ address, heading, quote }) => (
        <>
          <span className={styles.address}>
            {address} <span className="quiet">{heading}</span>
          </span>
          <span className={styles.quote}>{quote}</span>
        </>
      )}
      pick={pick}
      enter={setTakenAt}
      isSettled={q !== '' && !isFetching}
      busy={isFetching ? <Loader size="xs" aria-label={words.searching} /> : null}
    />
  );
}

/** As the enterprise reads it: the words, where they stand, since when, and that they are a demonstration if they are. */
function quotationOf({ quote, address, version, validFrom, notice }: Passage): string {
  const cited = `“${quote.trim()}” (${address}, bản ${version}, hiệu lực từ ${dayOf(validFrom)})`;
  return notice === null ? cited : `${cited}. ${notice}`;
}
