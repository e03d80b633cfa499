import { SegmentedControl, Textarea } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CaseDetail } from '../../http/views.ts';
import { Icon } from '../components/icons.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { AfterReply } from '../data/api.ts';
import { sessionQuery } from '../data/queries.ts';
import { useAltKeys } from '../keyboard/use-alt-keys.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { usePhrases } from '../language/language.tsx';
import { AttachButton } from './attach-button.tsx';
import { useDrop } from './attach-drop.ts';
import attachStyles from './attach-strip.module.css';
import { AttachStrip } from './attach-strip.tsx';
import { useAttachWords } from './attach-words.ts';
import { BegunDraft } from './begun-draft.tsx';
import { besideQuery, type Mode } from './beside.ts';
import { CannedPicker } from './canned-picker.tsx';
import { ClausePicker } from './clause-picker.tsx';
import styles from './composer.module.css';
import { ComposerTools, type Picker } from './composer-tools.tsx';
import { DraftPanel, TranslationPanel } from './draft-panel.tsx';
import { MeanwhileNotice } from './meanwhile-notice.tsx';
import { MentionPicker } from './mention-picker.tsx';
import { useMentionWords } from './mention-words.ts';
import { type Mention, sign } from './mentions.ts';
import { onSent, type PendingSend, undoSend, usePendingSend } from './pending-sends.ts';
import { PendingStrip } from './pending-strip.tsx';
import { PresenceRow } from './presence-row.tsx';
import { SendButtons } from './send-buttons.tsx';
import { useAssistance } from './use-assistance.ts';
import { useAttachments } from './use-attachments.ts';
import { useDraft } from './use-draft.ts';
import { usePresence } from './use-presence.ts';
import { hold, useNote } from './use-send.ts';
import { WindowStrip } from './window-strip.tsx';

const pickers: Record<Mode, Record<string, Picker>> = {
  reply: { '#': 'clause', '/': 'canned' },
  // The sign before a colleague's name means something among colleagues only.
  note: { '#': 'clause', '/': 'canned', '@': 'mention' },
};

/** Where an officer answers the enterprise or leaves a note; the two look different so that nobody mistakes them. */
export function Composer({ openCase }: { openCase: CaseDetail }) {
  const { reference } = openCase;
  const phrases = usePhrases();
  const attachWords = useAttachWords();
  const mentionWords = useMentionWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(openCase);
  const assistance = useAssistance(openCase);
  const noting = useNote(openCase, (note) => draft.clear({ mode: 'note', ...note }));
  const attachments = useAttachments(reference, draft.mode);
  const drop = useDrop(attachments);
  const pending = usePendingSend(reference);
  const { data: beside } = useQuery(besideQuery(reference));
  const { data: session } = useSuspenseQuery(sessionQuery);
  const [picker, pick] = useState<Picker | null>(null);
  const isNote = draft.mode === 'note';
  const isHeld = pending !== null && pending.state !== 'failed';

  usePresence(reference, isNote ? '' : draft.text);
  useShortcuts({ r: () => write('reply'), n: () => write('note') });
  useAltKeys({ l: () => write('reply'), p: () => write('note') });

  const sent = useRef(clearSent);
  sent.current = clearSent;
  useEffect(() => onSent((gone) => sent.current(gone)), []);

  function clearSent({ reference: of, reply: { text, uploadIds } }: PendingSend): void {
    if (of !== reference) return;
    draft.clear({ mode: 'reply', text, uploadIds });
    assistance.clear();
  }

  function write(mode: Mode): void {
    draft.choose(mode);
    focus();
  }

  // The field may only just come back in place of what held it.
  function focus(): void {
    if (field.current !== null) field.current.focus();
    else requestAnimationFrame(() => field.current?.focus());
  }

  /** Puts words where the cursor is, on a line of their own where others stand before them. */
  function insert(words: string): void {
    draft.write(withWords(words, '\n'));
    focus();
  }

  function mention(colleague: Mention): void {
    draft.write(withWords(`${sign(colleague)} `, ' '), colleague);
    focus();
  }

  function withWords(words: string, gap: string): string {
    const at = field.current?.selectionStart ?? draft.text.length;
    const before = draft.text.slice(0, at);
    return `${before}${before === '' || /\s$/u.test(before) ? '' : gap}${words}${draft.text.slice(at)}`;
  }

  function send(then: AfterReply, seenEventOrdinal = draft.seen): void {
    const { text } = draft;
    const uploadIds = attachments.ids;
    if (text.trim() === '' || isHeld || noting.isPending || attachments.isBusy) return;
    draft.settle();
    if (isNote) noting.mutate({ text, mentionedIds: draft.mentions.map(({ id }) => id), uploadIds });
    else hold(reference, { text, then, seenEventOrdinal, uploadIds, ...assistance.with(text) }, pending);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send('nothing');
    // The next Escape leaves the case.
    if (event.key === 'Escape') event.currentTarget.blur();
    // At the beginning of a word; inside one it is only a sign.
    const before = event.currentTarget.value.charAt(event.currentTarget.selectionStart - 1);
    const opens = pickers[draft.mode][event.key];
    if (opens === undefined || (before !== '' && !/\s/u.test(before))) return;
    event.preventDefault();
    pick(opens);
  }

  const closePicker = () => {
    pick(null);
    focus();
  };
  const [begun] = beside?.begun ?? [];
  const filling = {
    enterprise: openCase.enterprise?.name ?? 'Quý doanh nghiệp',
    reference,
    officer: session.officer.name,
  };
  return (
    <section
      aria-label={phrases.composer}
      className={drop.isOver ? `${styles.composer} ${attachStyles.dropping}` : styles.composer}
      data-mode={draft.mode}
      data-drop={attachWords.dropHere}
      {...drop.place}
    >
      <PresenceRow present={beside?.present ?? []} />
      <div className={styles.top}>
        <SegmentedControl
          size="xs"
          value={draft.mode}
          onChange={(mode) => draft.choose(mode === 'note' ? 'note' : 'reply')}
          data={[
            { value: 'reply', label: phrases.replyMode },
            { value: 'note', label: phrases.noteMode },
          ]}
        />
        {isNote && (
          <span className={styles.hint}>
            <Icon name="lock" size={14} /> {phrases.noteHint}
          </span>
        )}
        <ComposerTools openCase={openCase} isNote={isNote} text={draft.text} assistance={assistance} pick={pick} />
        {!(isHeld && !isNote) && <AttachButton attachments={attachments} />}
      </div>
      {!isNote && <WindowStrip reference={reference} />}
      {!isNote && begun !== undefined && !isHeld && (
        <BegunDraft
          reference={reference}
          begun={begun}
          taken={(text) => {
            draft.adopt(text);
            focus();
          }}
        />
      )}
      {!isNote && !isHeld && (
        <MeanwhileNotice
          openCase={openCase}
          draft={draft}
          pending={pending}
          sendAnyway={() => {
            draft.haveSeen();
            send(pending?.reply.then ?? 'nothing', openCase.lastEventOrdinal);
          }}
        />
      )}
      {!isNote && <DraftPanel assistance={assistance} take={insert} />}
      {isHeld && !isNote ? (
        <PendingStrip pending={pending} undone={focus} />
      ) : (
        <Textarea
          ref={field}
          aria-label={isNote ? phrases.noteMode : phrases.replyMode}
          placeholder={isNote ? phrases.noteFieldHint : phrases.replyHint}
          autosize
          minRows={2}
          maxRows={9}
          value={draft.text}
          onChange={(event) => {
            // What failed was about other words.
            if (pending?.state === 'failed') undoSend(reference);
            draft.write(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
          onPaste={drop.onPaste}
          classNames={{ input: styles.field ?? '' }}
        />
      )}
      <AttachStrip reference={reference} attachments={attachments} isFixed={isHeld && !isNote} />
      {isNote && draft.mentions.length > 0 && (
        <p className={styles.told}>
          <Icon name="bell" size={13} /> {mentionWords.willTell(draft.mentions.map(({ name }) => name).join(', '))}
        </p>
      )}
      <ClausePicker isOpen={picker === 'clause'} close={closePicker} insert={insert} />
      <CannedPicker isOpen={picker === 'canned'} filling={filling} close={closePicker} insert={insert} />
      <MentionPicker reference={reference} isOpen={picker === 'mention'} close={closePicker} mention={mention} />
      {!isNote && <TranslationPanel assistance={assistance} text={draft.text} />}
      <Refusal error={isNote ? noting.error : (pending?.error ?? null)} />
      {(isNote || !isHeld) && (
        <SendButtons
          mode={draft.mode}
          isEmpty={draft.text.trim() === ''}
          isSending={noting.isPending || attachments.isBusy}
          send={send}
        />
      )}
    </section>
  );
}
