import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ChatSessionView } from '../view.ts';
import { Composer } from './composer.tsx';
import { type Conversation, openConversation } from './conversation.ts';
import { type Entry, entriesOf } from './entries.ts';
import { Header } from './header.tsx';
import { useLanguage } from './language.tsx';
import type { Present } from './present.ts';
import { Thread } from './thread.tsx';
import { useUnreadTitle } from './use-unread-title.ts';

export function Chat(props: {
  session: ChatSessionView;
  present: Present;
  onLost: () => void;
  onOther: () => void;
  onSwitch: () => void;
}) {
  const { words, language } = useLanguage();
  const conversation = useOpenConversation(props, language);
  if (conversation === null) {
    return (
      <main className="door" aria-busy="true">
        <p>{words.opening}</p>
      </main>
    );
  }
  return <OpenChat {...props} conversation={conversation} />;
}

function OpenChat({
  session,
  present,
  conversation,
  onSwitch,
}: {
  session: ChatSessionView;
  present: Present;
  conversation: Conversation;
  onSwitch: () => void;
}) {
  const { words } = useLanguage();
  const { thread, isConnected, isTyping } = useSyncExternalStore(conversation.subscribe, conversation.read);
  const entries = useMemo(() => entriesOf(thread), [thread]);
  const [answered, setAnswered] = useState<Entry | null>(null);
  useUnreadTitle(entries);

  return (
    <div className="chat">
      <Header
        me={thread.isLoaded ? thread.me : session.me}
        isDemonstration={session.isDemonstration}
        zone={session.zone}
        present={present}
        onSwitch={onSwitch}
        onStartOver={() => conversation.say({ text: '/start' })}
        onClockMoved={() => void conversation.refresh()}
      />
      {!isConnected && (
        <p className="banner" role="status">
          {words.offline}
        </p>
      )}
      <Thread
        entries={entries}
        isTyping={isTyping}
        isLoaded={thread.isLoaded}
        hasEarlier={thread.hasEarlier}
        zone={session.zone}
        present={present}
        conversation={conversation}
        onReply={setAnswered}
      />
      <Composer
        answered={answered}
        onCancelReply={() => setAnswered(null)}
        onSay={(saying) => {
          conversation.say({ ...saying, replyTo: answered?.replyKey ?? null });
          setAnswered(null);
        }}
      />
    </div>
  );
}

// Opened in an effect, because React may render twice and a line is opened once.
function useOpenConversation(
  { present, onLost, onOther }: { present: Present; onLost: () => void; onOther: () => void },
  language: string,
): Conversation | null {
  const [conversation, setConversation] = useState<Conversation | null>(null);
  const latest = useRef({ onLost, onOther, language });
  latest.current = { onLost, onOther, language };
  useEffect(() => {
    const opened = openConversation({
      present,
      language: () => latest.current.language,
      onLost: () => latest.current.onLost(),
      onOther: () => latest.current.onOther(),
    });
    setConversation(opened);
    return () => opened.close();
  }, [present]);
  return conversation;
}
