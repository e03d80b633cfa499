import { useEffect, useState } from 'react';
import type { ChatKnownPerson } from '../view.ts';
import { knownPeople } from './api.ts';
import { BotMark } from './icons.tsx';
import { useLanguage } from './language.tsx';

const searchBeyond = 8;

/** The door of a demonstration. */
export function PeoplePage({
  onChoose,
  onBack,
}: {
  onChoose: (contactId: number | null) => Promise<void>;
  onBack: (() => void) | null;
}) {
  const { words } = useLanguage();
  const [people, setPeople] = useState<ChatKnownPerson[]>([]);
  const [wanted, setWanted] = useState('');
  const [isChoosing, setIsChoosing] = useState(false);
  useEffect(() => void knownPeople().then(setPeople, () => undefined), []);

  const found = people.filter((person) => matches(person, wanted));
  const choose = (contactId: number | null) => {
    setIsChoosing(true);
    void onChoose(contactId).finally(() => setIsChoosing(false));
  };

  return (
    <main className="people">
      <div className="people-inner">
        <BotMark />
        <h1>{words.whoTitle}</h1>
        <p className="quiet">{words.whoHint}</p>
        {people.length > searchBeyond && (
          <input
            className="search"
            type="search"
            value={wanted}
            placeholder={words.findPerson}
            aria-label={words.findPerson}
            onChange={(event) => setWanted(event.target.value)}
          />
        )}
        <ul className="cards" aria-busy={isChoosing}>
          {found.map(({ contactId, name, enterprise, taxCode }) => (
            <li key={contactId}>
              <button type="button" className="card" disabled={isChoosing} onClick={() => choose(contactId)}>
                <span className="avatar" data-tint={contactId % 5} aria-hidden="true">
                  {initialOf(name)}
                </span>
                <span className="card-words">
                  <strong>{name}</strong>
                  <span>{enterprise}</span>
                  <span className="quiet small">
                    {words.taxCode} {taxCode}
                  </span>
                </span>
              </button>
            </li>
          ))}
          {found.length === 0 && wanted !== '' && <li className="quiet">{words.nobodyFound}</li>}
          <li>
            <button type="button" className="card" disabled={isChoosing} onClick={() => choose(null)}>
              <span className="avatar" data-tint="none" aria-hidden="true">
                ?
              </span>
              <span className="card-words">
                <strong>{words.whoUnlinked}</strong>
                <span className="quiet">{words.whoUnlinkedHint}</span>
              </span>
            </button>
          </li>
        </ul>
        {onBack !== null && (
          <button type="button" className="plain-button" onClick={onBack}>
            {words.close}
          </button>
        )}
      </div>
    </main>
  );
}

// Vietnamese people are called by the last word of their name.
function initialOf(name: string): string {
  return name.trim().split(/\s+/).at(-1)?.charAt(0).toUpperCase() ?? '';
}

function matches({ name, enterprise, taxCode }: ChatKnownPerson, wanted: string): boolean {
  return folded(`${name} ${enterprise} ${taxCode}`).includes(folded(wanted.trim()));
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');
}
