import { Modal, TextInput } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import type { OfficerView } from '../../http/views.ts';
import { fold } from '../../rules/identity/fold.ts';
import { Failure } from '../components/failure.tsx';
import { sessionQuery } from '../data/queries.ts';
import styles from './clause-picker.module.css';
import { useMentionWords } from './mention-words.ts';
import { colleaguesQuery, type Mention } from './mentions.ts';

interface MentionPickerProps {
  reference: string;
  isOpen: boolean;
  close(): void;
  mention(colleague: Mention): void;
}

/** Finds a colleague who sees the case. Nobody else is there to be found. */
export function MentionPicker({ reference, isOpen, close, mention }: MentionPickerProps) {
  const words = useMentionWords();
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={words.title}
      size="md"
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <Finder
        reference={reference}
        pick={({ id, name }) => {
          mention({ id, name });
          close();
        }}
      />
    </Modal>
  );
}

function Finder({ reference, pick }: { reference: string; pick(colleague: OfficerView): void }) {
  const words = useMentionWords();
  const list = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data, error, refetch } = useQuery(colleaguesQuery(reference));
  const items = (data ?? []).filter((officer) => officer.id !== session.officer.id && isFound(officer, text));
  const current = Math.min(chosen, Math.max(0, items.length - 1));

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen((current + step + items.length) % Math.max(1, items.length));
    }
    const colleague = items[current];
    if (event.key === 'Enter' && colleague !== undefined) {
      event.preventDefault();
      pick(colleague);
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
        label={words.label}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label={words.title} className={styles.list}>
        {items.map((officer, at) => (
          <div
            key={officer.id}
            id={`${list}-${at}`}
            role="option"
            aria-selected={at === current}
            tabIndex={-1}
            className={styles.option}
            onPointerMove={() => setChosen(at)}
            onClick={() => pick(officer)}
            onKeyDown={onKeyDown}
          >
            <span className={styles.address}>{officer.name}</span>
            <span className="quiet">
              {officer.title} · {officer.unitName}
            </span>
          </div>
        ))}
      </div>
      {data !== undefined && items.length === 0 && <p className="quiet">{words.none}</p>}
      <p className={styles.hint}>{words.hint}</p>
    </>
  );
}

function isFound({ name, title, unitName }: OfficerView, text: string): boolean {
  const said = fold(`${name} ${title} ${unitName}`);
  return fold(text)
    .split(/\s+/u)
    .every((word) => said.includes(word));
}
