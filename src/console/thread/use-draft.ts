import { useDebouncedCallback } from '@mantine/hooks';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CaseDetail } from '../../http/views.ts';
import { readStored, writeStored } from '../stored.ts';
import { besideQuery, keepDraft, type Mode } from './beside.ts';
import { saving } from './draft-saves.ts';
import { draftsPrefix, keptText, keptTextKey } from './kept-text.ts';
import { type Mention, stillNamed } from './mentions.ts';

interface Written {
  text: string;
  /** The newest event the officer had seen when these words were begun; a colleague's answer since then is told. */
  seen: number;
  /** The colleagues whom a note names. */
  mentions: Mention[];
}

const nothing: Written = { text: '', seen: 0, mentions: [] };
const saveAfterMs = 800;

/**
 * What is being written on a case. The server keeps it, and this browser until the server has it. A reply and a note are
 * kept apart, so that a remark for colleagues never slips into an answer.
 */
export function useDraft({ reference, lastEventOrdinal }: Pick<CaseDetail, 'reference' | 'lastEventOrdinal'>) {
  const queryClient = useQueryClient();
  const { data: beside } = useQuery(besideQuery(reference));
  const [mode, setMode] = useState<Mode>(readStored(modeKey(reference)) === 'note' ? 'note' : 'reply');
  // Null until something was written here: what the server has is shown meanwhile.
  const [written, setWritten] = useState<Record<Mode, Written | null>>({
    reply: unsaved(reference, 'reply'),
    note: unsaved(reference, 'note'),
  });
  const save = useDebouncedCallback(keep, { delay: saveAfterMs, flushOnUnmount: true });

  const kept = beside?.drafts.find((draft) => draft.mode === mode);
  const current = written[mode] ?? (kept === undefined ? nothing : { ...kept, seen: kept.seenEventOrdinal });

  useEffect(() => {
    window.addEventListener('pagehide', save.flush);
    return () => window.removeEventListener('pagehide', save.flush);
  }, [save]);

  function keep(of: Mode, { text, seen, mentions }: Written): void {
    const mentionedIds = of === 'note' ? mentions.map(({ id }) => id) : [];
    saving(reference, of, keepDraft(reference, of, { text, seenEventOrdinal: seen, mentionedIds })).then(
      () => {
        if (keptText(reference, of)?.text === text) writeStored(keptTextKey(reference, of), null);
      },
      // It stays in this browser, and is tried again with the next word.
      () => undefined,
    );
  }

  function put(of: Mode, words: Written): void {
    const next = { ...words, mentions: stillNamed(words.mentions, words.text) };
    setWritten((before) => ({ ...before, [of]: next }));
    writeStored(keptTextKey(reference, of), next.text === '' ? null : JSON.stringify(next));
    save(of, next);
  }

  return {
    mode,
    text: current.text,
    mentions: current.mentions,
    seen: current.text === '' ? lastEventOrdinal : current.seen,
    choose(next: Mode): void {
      save.flush();
      setMode(next);
      writeStored(modeKey(reference), next === 'note' ? next : null);
    },
    /** `mention` is a colleague whom the words name from now on. */
    write(text: string, mention?: Mention): void {
      const others = current.mentions.filter(({ id }) => id !== mention?.id);
      const mentions = mention === undefined ? others : [...others, mention];
      put(mode, { text, mentions, seen: current.text === '' ? lastEventOrdinal : current.seen });
    },
    /** The officer has looked at what came meanwhile. */
    haveSeen(): void {
      put(mode, { ...current, seen: lastEventOrdinal });
    },
    /** Before the sending: nothing is left to be saved behind its back. */
    settle(): void {
      save.flush();
    },
    /** Words that are the officer's by now without having been written here. */
    adopt(text: string): void {
      setWritten((before) => ({ ...before, reply: { ...nothing, text, seen: lastEventOrdinal } }));
      void queryClient.invalidateQueries({ queryKey: besideQuery(reference).queryKey });
    },
    /** Clears what was sent, unless it was changed while it was on its way. The server dropped its copy with the sending. */
    clear(sent: Sent): void {
      save.cancel();
      forgetSent(queryClient, reference, sent);
      setWritten((before) => {
        const here = before[sent.mode];
        return here === null || here.text === sent.text ? { ...before, [sent.mode]: nothing } : before;
      });
    },
  };
}

/** What went out, with the files that went along. */
interface Sent {
  mode: Mode;
  text: string;
  uploadIds?: readonly number[] | undefined;
}

/** Leaves nothing of what was sent in this browser, whether or not its case is still open. */
export function forgetSent(queryClient: QueryClient, reference: string, { mode, text, uploadIds = [] }: Sent): void {
  queryClient.setQueryData(besideQuery(reference).queryKey, (before) => {
    if (before === undefined) return before;
    return {
      ...before,
      drafts: before.drafts.filter((draft) => draft.mode !== mode || draft.text !== text),
      files: before.files.filter(({ id }) => !uploadIds.includes(id)),
    };
  });
  if (keptText(reference, mode)?.text === text) writeStored(keptTextKey(reference, mode), null);
}

function unsaved(reference: string, mode: Mode): Written | null {
  return keptText(reference, mode);
}

function modeKey(reference: string): string {
  return `${draftsPrefix}${reference}:mode`;
}
