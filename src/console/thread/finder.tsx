import { Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { fold } from '../../rules/identity/fold.ts';
import styles from './finder.module.css';

interface FinderDialogProps {
  isOpen: boolean;
  close(): void;
  words: { title: string; close: string };
  size: 'md' | 'lg';
  children: ReactNode;
}

/** The dialog in which something is found to be put into an answer or a note. */
export function FinderDialog({ isOpen, close, words, size, children }: FinderDialogProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={words.title}
      size={size}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {children}
    </Modal>
  );
}

interface FinderProps<Item> {
  words: { title: string; label: string; placeholder?: string; none: string; hint: string };
  text: string;
  setText(text: string): void;
  items: readonly Item[];
  keyOf(item: Item): string | number;
  draw(item: Item): ReactNode;
  pick(item: Item): void;
  /** Enter, where what is shown may not belong to what is typed yet; picks the current one unless given. */
  enter?: (at: number) => void;
  /** That nothing shown means that there is nothing. */
  isSettled: boolean;
  busy?: ReactNode;
}

/** A field and the list of what it finds, walked by the arrows and taken by Enter or a click. */
export function Finder<Item>(props: FinderProps<Item>) {
  const { words, text, setText, items, keyOf, draw, pick, enter, isSettled, busy } = props;
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  // The dialog gives it the focus a moment later: what is typed until then would go into the answer.
  useEffect(() => field.current?.focus(), []);
  const [chosen, setChosen] = useState(0);
  const current = Math.min(chosen, Math.max(0, items.length - 1));

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen((current + step + items.length) % Math.max(1, items.length));
    }
    if (event.key !== 'Enter') return;
    const item = items[current];
    if (enter === undefined && item === undefined) return;
    event.preventDefault();
    if (enter !== undefined) enter(current);
    else if (item !== undefined) pick(item);
  }

  return (
    <>
      <TextInput
        ref={field}
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
        }}
        onKeyDown={onKeyDown}
        rightSection={busy}
      />
      <div id={list} role="listbox" aria-label={words.title} className={styles.list}>
        {items.map((item, at) => (
          <div
            key={keyOf(item)}
            id={`${list}-${at}`}
            role="option"
            aria-selected={at === current}
            tabIndex={-1}
            className={styles.option}
            onPointerMove={() => setChosen(at)}
            onClick={() => pick(item)}
            onKeyDown={onKeyDown}
          >
            {draw(item)}
          </div>
        ))}
      </div>
      {isSettled && items.length === 0 && <p className="quiet">{words.none}</p>}
      <p className={styles.hint}>{words.hint}</p>
    </>
  );
}

/** Whether each word that is typed stands in what it is looked for in, marks and case aside. */
export function saysEach(text: string, where: string): boolean {
  const said = fold(where);
  return fold(text)
    .split(/\s+/u)
    .every((word) => said.includes(word));
}
