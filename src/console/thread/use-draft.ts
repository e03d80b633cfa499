import { useState } from 'react';
import { readStored, writeStored } from '../stored.ts';

export const draftsPrefix = 'draft:';

export type Mode = 'reply' | 'note';

/**
 * What is being written on a case, kept in this browser. A reply and a note are kept apart, so that a remark for
 * colleagues never slips into an answer.
 */
export function useDraft(reference: string) {
  const [mode, setMode] = useState<Mode>(readStored(`${draftsPrefix}${reference}:mode`) === 'note' ? 'note' : 'reply');
  const [texts, setTexts] = useState<Record<Mode, string>>({
    reply: readStored(keyOf(reference, 'reply')) ?? '',
    note: readStored(keyOf(reference, 'note')) ?? '',
  });

  function write(text: string): void {
    setTexts({ ...texts, [mode]: text });
    writeStored(keyOf(reference, mode), text);
  }

  function choose(next: Mode): void {
    setMode(next);
    writeStored(`${draftsPrefix}${reference}:mode`, next === 'note' ? next : null);
  }

  /** Clears what was sent, unless it was changed while it was on its way. */
  function clear(sent: { mode: Mode; text: string }): void {
    setTexts((current) => (current[sent.mode] === sent.text ? { ...current, [sent.mode]: '' } : current));
    if (readStored(keyOf(reference, sent.mode)) === sent.text) writeStored(keyOf(reference, sent.mode), null);
  }

  return { mode, choose, text: texts[mode], write, clear };
}

function keyOf(reference: string, mode: Mode): string {
  return `${draftsPrefix}${reference}:${mode}`;
}
