import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import type { DraftRow } from './data.ts';
import { changeRow, joinRow, moveRow, removeRow, renumberFrom, splitRow } from './edit-rows.ts';
import styles from './rows.module.css';
import { useLibraryWords } from './words.ts';

interface RowEditorProps {
  rows: readonly DraftRow[];
  index: number;
  address: string;
  onEdit: (index: number | null) => void;
  onChange: (rows: readonly DraftRow[]) => void;
}

/** One part open for editing, with what can be done to it. */
export function RowEditor({ rows, index, address, onEdit, onChange }: RowEditorProps) {
  const words = useLibraryWords();
  const text = useRef<HTMLTextAreaElement>(null);
  const row = rows[index];
  if (row === undefined) return null;
  const change = (changed: Partial<DraftRow>) => onChange(changeRow(rows, index, changed));
  return (
    <section className={styles.editor} aria-label={address}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label={words.number}
          w={70}
          value={row.number}
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
        {row.level === 'article' && (
          <TextInput
            label={words.heading}
            flex={1}
            value={row.heading}
            onChange={(event) => change({ heading: event.currentTarget.value })}
          />
        )}
      </Group>
      <Textarea
        ref={text}
        label={words.text}
        autosize
        minRows={2}
        data-autofocus
        value={row.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <div className={styles.tools} role="toolbar" aria-label={words.tools}>
        <Tool
          label={words.split}
          onClick={() => onChange(splitRow(rows, index, text.current?.selectionStart ?? row.text.length))}
        />
        <Tool
          label={words.join}
          isOff={index === 0}
          onClick={() => {
            onChange(joinRow(rows, index));
            onEdit(index - 1);
          }}
        />
        <Tool label={words.raise} isOff={row.level === 'article'} onClick={() => onChange(moveRow(rows, index, -1))} />
        <Tool
          label={words.lower}
          isOff={row.level === 'point' || index === 0}
          onClick={() => onChange(moveRow(rows, index, 1))}
        />
        <Tool label={words.renumber} onClick={() => onChange(renumberFrom(rows, index))} />
        <Tool
          label={words.remove}
          isOff={rows.length === 1}
          onClick={() => {
            onChange(removeRow(rows, index));
            onEdit(null);
          }}
        />
        <Button size="compact-sm" onClick={() => onEdit(null)}>
          {words.done}
        </Button>
      </div>
    </section>
  );
}

function Tool({ label, isOff = false, onClick }: { label: string; isOff?: boolean; onClick: () => void }) {
  return (
    <Button size="compact-sm" variant="default" disabled={isOff} onClick={onClick}>
      {label}
    </Button>
  );
}
