import { Loader, Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { FoundView } from '../../http/search-routes.ts';
import { answerOf, v1 } from '../data/api.ts';
import { dayOf } from '../look-ups/words.ts';
import styles from './clause-picker.module.css';
import { useClauseWords } from './clause-words.ts';

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
    <Modal
      opened={isOpen}
      onClose={close}
      title={words.title}
      size="lg"
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <Finder
        pick={(passage) => {
          insert(quotationOf(passage));
          close();
        }}
      />
    </Modal>
  );
}

function Finder({ pick }: { pick(passage: Passage): void }) {
  const words = useClauseWords();
  const list = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [q] = useDebouncedValue(text.trim(), 150);
  const { data, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['appendices', 'search', q],
    queryFn: (): Promise<FoundView> => answerOf(v1.appendices.search.$get({ query: { q } })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const items = q === '' ? [] : (data?.items ?? []);
  const current = Math.min(chosen, Math.max(0, items.length - 1));
  // What is shown may still belong to the letters before: Enter then means the first that comes for what is typed.
  const isSettled = q === text.trim() && !isPlaceholderData && !isFetching;
  const [isTaken, setIsTaken] = useState(false);
  const first = isTaken && isSettled ? items[current] : undefined;
  useEffect(() => {
    if (first === undefined) return;
    setIsTaken(false);
    pick(first);
  }, [first, pick]);

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen((current + step + items.length) % Math.max(1, items.length));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      setIsTaken(true);
    }
  }

  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={list}
        aria-activedescendant={items.length > 0 ? `${list}-${current}` : undefined}
        label={words.label}
        placeholder={words.placeholder}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
          setIsTaken(false);
        }}
        onKeyDown={onKeyDown}
        rightSection={isFetching ? <Loader size="xs" aria-label={words.searching} /> : null}
      />
      <div id={list} role="listbox" aria-label={words.title} className={styles.list}>
        {items.map((passage, at) => (
          <div
            key={passage.address}
            id={`${list}-${at}`}
            role="option"
            aria-selected={at === current}
            tabIndex={-1}
            className={styles.option}
            onPointerMove={() => setChosen(at)}
            onClick={() => pick(passage)}
            onKeyDown={onKeyDown}
          >
            <span className={styles.address}>
              {passage.address} <span className="quiet">{passage.heading}</span>
            </span>
            <span className={styles.quote}>{passage.quote}</span>
          </div>
        ))}
      </div>
      {q !== '' && !isFetching && items.length === 0 && <p className="quiet">{words.none}</p>}
      <p className={styles.hint}>{words.keys}</p>
    </>
  );
}

/** As the enterprise reads it: the words, where they stand, since when, and that they are a demonstration if they are. */
function quotationOf({ quote, address, version, validFrom, notice }: Passage): string {
  const cited = `“${quote.trim()}” (${address}, bản ${version}, hiệu lực từ ${dayOf(validFrom)})`;
  return notice === null ? cited : `${cited}. ${notice}`;
}
