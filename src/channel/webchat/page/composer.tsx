import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ChatFileView } from '../view.ts';
import { Chips } from './chips.tsx';
import type { Entry } from './entries.ts';
import { ClipIcon, CloseIcon, ReplyIcon, SendIcon } from './icons.tsx';
import { useLanguage } from './language.tsx';
import { plainTextOf } from './rich-text.ts';
import { useDrop } from './use-drop.ts';
import { acceptedFiles, usePending } from './use-pending.ts';

/** Where one writes. Enter sends; on a phone, whose Enter has no Shift, it begins a new line and the button sends. */
export function Composer({
  answered,
  onCancelReply,
  onSay,
}: {
  answered: Entry | null;
  onCancelReply: () => void;
  onSay: (saying: { text: string; files: ChatFileView[] }) => void;
}) {
  const { words } = useLanguage();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const pending = usePending();
  const isDropping = useDrop(pending.add);
  const canSend = !pending.isBusy && (text.trim() !== '' || pending.ready.length > 0);

  useEffect(() => {
    if (answered !== null || hasMouse()) field.current?.focus();
  }, [answered]);

  function send(): void {
    if (!canSend) return;
    onSay({ text: text.trim(), files: pending.ready });
    setText('');
    pending.clear();
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && answered !== null) onCancelReply();
    // While a syllable is being composed, Enter belongs to the keyboard.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || !hasMouse()) return;
    event.preventDefault();
    send();
  }

  function onPaste(event: ClipboardEvent): void {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    pending.add(files);
  }

  return (
    <footer className="composer">
      {isDropping && (
        <div className="drop">
          <strong>{words.dropHere}</strong>
          <span>{words.dropHint}</span>
        </div>
      )}
      {answered !== null && (
        <div className="quote">
          <ReplyIcon />
          <p>
            <span className="small">{words.replyingTo}</span>
            <span className="quote-text">{plainTextOf(answered.text)}</span>
          </p>
          <button type="button" className="icon-button" aria-label={words.cancelReply} onClick={onCancelReply}>
            <CloseIcon />
          </button>
        </div>
      )}
      <Chips pending={pending} />
      <form
        className="composer-row"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <button
          type="button"
          className="icon-button"
          aria-label={words.attach}
          title={words.attach}
          onClick={() => picker.current?.click()}
        >
          <ClipIcon />
        </button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept={acceptedFiles}
          onChange={(event) => {
            pending.add([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <div className="field" data-value={text}>
          <textarea
            ref={field}
            rows={1}
            value={text}
            placeholder={words.placeholder}
            aria-label={words.message}
            enterKeyHint={hasMouse() ? 'send' : 'enter'}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
          />
        </div>
        <button type="submit" className="icon-button send" aria-label={words.send} disabled={!canSend}>
          <SendIcon />
        </button>
      </form>
    </footer>
  );
}

function hasMouse(): boolean {
  return matchMedia('(pointer: fine)').matches;
}
