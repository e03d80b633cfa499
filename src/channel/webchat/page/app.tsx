import { useCallback, useEffect, useState } from 'react';
import type { ChatSessionView } from '../view.ts';
import { openSession, Refused, readSession } from './api.ts';
import { Chat } from './chat.tsx';
import { LanguageProvider, useLanguage } from './language.tsx';
import { letterCode } from './letter-code.ts';
import { PeoplePage } from './people-page.tsx';
import { openPresent } from './present.ts';

const present = openPresent(() => performance.now());

export function App() {
  return (
    <LanguageProvider>
      <Entrance />
    </LanguageProvider>
  );
}

type Place = { at: 'door' } | { at: 'nowhere'; sentence: string } | { at: 'people' } | { at: 'chat'; visit: number };

/** A known browser goes straight to its chat. In a demonstration a new one first chooses whom to be. */
function Entrance() {
  const { words, follow } = useLanguage();
  const [place, setPlace] = useState<Place>({ at: 'door' });
  const [session, setSession] = useState<ChatSessionView | null>(null);

  const enter = useCallback(
    async (open: () => Promise<ChatSessionView>) => {
      try {
        let entered = await open();
        // A code of a letter is for the person who got the letter, not for a part in the demonstration.
        const playsNobody = !entered.isDemonstration || letterCode() !== null;
        if (entered.me === null && playsNobody) entered = await openSession(null);
        present.set(entered.serverTime);
        setSession(entered);
        follow(entered.language);
        // Each visit is a chat of its own, so nothing of the one before stays on the page.
        setPlace((before) =>
          entered.me === null ? { at: 'people' } : { at: 'chat', visit: before.at === 'chat' ? before.visit + 1 : 1 },
        );
      } catch (fault) {
        setPlace({ at: 'nowhere', sentence: fault instanceof Refused ? fault.sentence : '' });
      }
    },
    [follow],
  );

  useEffect(() => void enter(readSession), [enter]);

  if (place.at === 'chat' && session !== null) {
    return (
      <Chat
        key={place.visit}
        session={session}
        present={present}
        onLost={() => setPlace({ at: 'nowhere', sentence: words.lost })}
        onOther={() => void enter(readSession)}
        onSwitch={() => setPlace({ at: 'people' })}
      />
    );
  }
  if (place.at === 'people') {
    return (
      <PeoplePage
        onChoose={(contactId) => enter(() => openSession(contactId))}
        onBack={session?.me == null ? null : () => setPlace({ at: 'chat', visit: 1 })}
      />
    );
  }
  if (place.at === 'nowhere') {
    return (
      <main className="door">
        <p role="alert">{place.sentence || words.cannotOpen}</p>
        <button type="button" className="plain-button" onClick={() => void enter(readSession)}>
          {words.tryAgain}
        </button>
      </main>
    );
  }
  return (
    <main className="door" aria-busy="true">
      <p>{words.opening}</p>
    </main>
  );
}
