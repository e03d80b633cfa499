import { useState } from 'react';
import type { Entry } from './entries.ts';
import { TickIcon } from './icons.tsx';

// Two quick taps on one button are one answer.
const deafMilliseconds = 1_500;

/** The buttons under a message. Those of older messages still work, and no longer ask for attention. */
export function Choices({ entry, onTake }: { entry: Entry; onTake: (value: string) => void }) {
  const [taken, setTaken] = useState<string | null>(null);

  function take(value: string): void {
    if (taken !== null) return;
    setTaken(value);
    setTimeout(() => setTaken(null), deafMilliseconds);
    onTake(value);
  }

  return (
    <div className={`choices ${entry.isLatest ? 'latest' : ''}`}>
      {entry.choices.map((row) => (
        <div className="choice-row" key={row.map(({ value }) => value).join(' ')}>
          {row.map(({ value, label }) => (
            <button
              type="button"
              key={value}
              className={value === entry.chosen ? 'choice chosen' : 'choice'}
              aria-disabled={taken !== null}
              onClick={() => take(value)}
            >
              {value === entry.chosen && <TickIcon />}
              {label}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
