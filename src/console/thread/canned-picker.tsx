import { Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import type { CannedReplyView } from '../../http/canned-reply-routes.ts';
import { fold } from '../../rules/identity/fold.ts';
import { Failure } from '../components/failure.tsx';
import { cannedRepliesQuery } from './beside.ts';
import styles from './clause-picker.module.css';
import { useDeskWords } from './desk-words.ts';
import { type Filling, filled } from './fill-in.ts';

interface CannedPickerProps {
  isOpen: boolean;
  filling: Filling;
  close(): void;
  insert(text: string): void;
}

/** Finds an answer that is written often, and shows it as the enterprise would read it. */
export function CannedPicker({ isOpen, filling, close, insert }: CannedPickerProps) {
  const words = useDeskWords();
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={words.canned}
      size="lg"
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <Finder
        filling={filling}
        pick={(text) => {
          insert(text);
          close();
        }}
      />
    </Modal>
  );
}

function Finder({ filling, pick }: { filling: Filling; pick(text: string): void }) {
  const words = useDeskWords();
  const list = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const { data, error, refetch } = useQuery(cannedRepliesQuery);
  const items = (data ?? []).filter((reply) => isFound(reply, text));
  const current = Math.min(chosen, Math.max(0, items.length - 1));

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen((current + step + items.length) % Math.max(1, items.length));
    }
    const reply = items[current];
    if (event.key === 'Enter' && reply !== undefined) {
      event.preventDefault();
      pick(filled(reply.body, filling));
    }
  }

  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={list}
        aria-activedescendant={items.length > 0 ? `${list}-${current}` : undefined}
        label={words.cannedLabel}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label={words.canned} className={styles.list}>
        {items.map((reply, at) => (
          <div
            key={reply.id}
            id={`${list}-${at}`}
            role="option"
            aria-selected={at === current}
            tabIndex={-1}
            className={styles.option}
            onPointerMove={() => setChosen(at)}
            onClick={() => pick(filled(reply.body, filling))}
            onKeyDown={onKeyDown}
          >
            <span className={styles.address}>
              /{reply.code} · {reply.title} <span className="quiet">{reply.unitName ?? words.everybodys}</span>
            </span>
            <span className={styles.quote}>{filled(reply.body, filling)}</span>
          </div>
        ))}
      </div>
      {data !== undefined && items.length === 0 && <p className="quiet">{words.cannedNone}</p>}
      <p className={styles.hint}>{words.cannedKeys}</p>
    </>
  );
}

function isFound({ code, title, body }: CannedReplyView, text: string): boolean {
  const said = fold(`${code} ${title} ${body}`);
  return fold(text)
    .split(/\s+/u)
    .every((word) => said.includes(word));
}
