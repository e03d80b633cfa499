import { useLayoutEffect, useRef } from 'react';
import { Bubble } from './bubble.tsx';
import type { Conversation } from './conversation.ts';
import { dayLabel, dayOf } from './dates.ts';
import type { Entry } from './entries.ts';
import { DownIcon } from './icons.tsx';
import { useLanguage } from './language.tsx';
import type { Present } from './present.ts';
import { usePinnedScroll } from './use-pinned-scroll.ts';

export interface ThreadProps {
  entries: readonly Entry[];
  isTyping: boolean;
  isLoaded: boolean;
  hasEarlier: boolean;
  zone: string;
  present: Present;
  conversation: Conversation;
  onReply: (entry: Entry) => void;
}

const together = 5 * 60_000;

export function Thread({ entries, isTyping, isLoaded, hasEarlier, zone, present, conversation, onReply }: ThreadProps) {
  const { words, language } = useLanguage();
  const scroll = usePinnedScroll(entries);
  const wanted = useRef(false);

  async function showEarlier(): Promise<void> {
    if (wanted.current) return;
    wanted.current = true;
    scroll.keepPlace();
    await conversation.loadEarlier();
    wanted.current = false;
  }

  // A short page has nothing to scroll, so nobody could ask for what is older.
  useLayoutEffect(() => {
    const box = scroll.box.current;
    if (hasEarlier && box !== null && box.scrollHeight <= box.clientHeight) void showEarlier();
  });

  return (
    <main className="thread-area">
      <div
        className="thread"
        ref={scroll.box}
        onScroll={() => {
          if (scroll.onScroll() && hasEarlier) void showEarlier();
        }}
      >
        <div className="thread-inner" ref={scroll.content} role="log" aria-label={words.thread} aria-busy={!isLoaded}>
          {hasEarlier && <p className="quiet small centred">{words.earlier}</p>}
          {entries.map((entry, index) => {
            const before = entries[index - 1];
            const at = new Date(entry.at);
            const isNewDay = before === undefined || dayOf(new Date(before.at), zone) !== dayOf(at, zone);
            const isFirst = isNewDay || before.author !== entry.author || +at - Date.parse(before.at) > together;
            return (
              <div key={entry.key} className="turn">
                {isNewDay && <p className="day">{dayLabel(at, present.now(), zone, language)}</p>}
                <Bubble entry={entry} isFirst={isFirst} zone={zone} conversation={conversation} onReply={onReply} />
              </div>
            );
          })}
          {isTyping && <Typing />}
        </div>
      </div>
      {!scroll.isPinned && (
        <button type="button" className="pill" aria-label={words.toNewest} onClick={scroll.toNewest}>
          <DownIcon />
          {scroll.hasNews && <span>{words.newMessages}</span>}
        </button>
      )}
    </main>
  );
}

function Typing() {
  const { words } = useLanguage();
  return (
    <div className="bubble-line from-bot">
      <div className="bubble typing" role="status">
        <span className="hidden">{words.typing}</span>
        <i />
        <i />
        <i />
      </div>
    </div>
  );
}
