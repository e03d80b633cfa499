import { SegmentedControl, Textarea } from '@mantine/core';
import { useRef } from 'react';
import type { CaseDetail } from '../../http/views.ts';
import { Icon } from '../components/icons.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { AfterReply } from '../data/api.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { usePhrases } from '../language/language.tsx';
import styles from './composer.module.css';
import { SendButtons } from './send-buttons.tsx';
import { type Mode, useDraft } from './use-draft.ts';
import { useSend } from './use-send.ts';

/** Where an officer answers the enterprise or leaves a note; the two look different so that nobody mistakes them. */
export function Composer({ openCase }: { openCase: CaseDetail }) {
  const phrases = usePhrases();
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(openCase.reference);
  const sending = useSend(openCase, draft.clear);
  const isNote = draft.mode === 'note';

  useShortcuts({ r: () => write('reply'), n: () => write('note') });

  function write(mode: Mode): void {
    draft.choose(mode);
    field.current?.focus();
  }

  function send(then: AfterReply): void {
    if (draft.text.trim() === '' || sending.isPending) return;
    sending.mutate({ mode: draft.mode, text: draft.text, then });
  }

  return (
    <section aria-label={phrases.composer} className={styles.composer} data-mode={draft.mode}>
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
        <span className={styles.key}>{phrases.ctrlEnter}</span>
      </div>
      <Textarea
        ref={field}
        aria-label={isNote ? phrases.noteMode : phrases.replyMode}
        placeholder={isNote ? phrases.noteFieldHint : phrases.replyHint}
        autosize
        minRows={2}
        maxRows={9}
        value={draft.text}
        onChange={(event) => draft.write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send('nothing');
        }}
        classNames={{ input: styles.field ?? '' }}
      />
      <Refusal error={sending.error} />
      <SendButtons mode={draft.mode} isEmpty={draft.text.trim() === ''} isSending={sending.isPending} send={send} />
    </section>
  );
}
