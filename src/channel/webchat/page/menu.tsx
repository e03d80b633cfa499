import { useEffect, useState } from 'react';
import { advanceClock } from './api.ts';
import { wallTime } from './dates.ts';
import { useLanguage } from './language.tsx';
import type { Present } from './present.ts';

export interface MenuProps {
  isDemonstration: boolean;
  zone: string;
  present: Present;
  onSwitch: () => void;
  onStartOver: () => void;
  onClockMoved: () => void;
  onClose: () => void;
}

export function Menu({ isDemonstration, onSwitch, onStartOver, onClose, ...clock }: MenuProps) {
  const { words, language, choose } = useLanguage();
  return (
    <section className="menu" aria-label={words.menu}>
      <button
        type="button"
        className="menu-row"
        onClick={() => {
          onClose();
          onStartOver();
        }}
      >
        {words.botMenu}
      </button>
      {isDemonstration && (
        <button type="button" className="menu-row" onClick={onSwitch}>
          {words.switchPerson}
        </button>
      )}
      <fieldset className="menu-row menu-languages">
        <legend>{words.language}</legend>
        <button type="button" lang="vi" aria-pressed={language === 'vi'} onClick={() => choose('vi')}>
          Tiếng Việt
        </button>
        <button type="button" lang="en" aria-pressed={language === 'en'} onClick={() => choose('en')}>
          English
        </button>
        <button type="button" lang="ko" aria-pressed={language === 'ko'} onClick={() => choose('ko')}>
          한국어
        </button>
      </fieldset>
      {isDemonstration && <DeskClock {...clock} />}
      <p className="menu-note">{words.machine}</p>
    </section>
  );
}

const minutesADay = 1440;

/** Moves the clock of the demonstration, so that a newcomer sees a promise come due. */
function DeskClock({ zone, present, onClockMoved }: Pick<MenuProps, 'zone' | 'present' | 'onClockMoved'>) {
  const { words, language } = useLanguage();
  const [, tick] = useState(0);
  const [hasFailed, setHasFailed] = useState(false);
  const [isMoving, setIsMoving] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);

  async function advance(by: Parameters<typeof advanceClock>[0]): Promise<void> {
    setIsMoving(true);
    setHasFailed(!(await advanceClock(by)));
    setIsMoving(false);
    onClockMoved();
  }

  const steps = [
    [words.minutes15, { advanceMinutes: 15 }],
    [words.hour1, { advanceMinutes: 60 }],
    [words.workingHour1, { advanceWorkingMinutes: 60 }],
    [words.day1, { advanceMinutes: minutesADay }],
  ] as const;

  return (
    <fieldset className="menu-row menu-clock">
      <legend>
        {words.deskClock}: <strong>{wallTime(present.now(), zone, language)}</strong>
      </legend>
      <p className="quiet small">{words.deskClockHint}</p>
      <div className="menu-steps">
        {steps.map(([label, by]) => (
          <button type="button" key={label} disabled={isMoving} onClick={() => void advance(by)}>
            {label}
          </button>
        ))}
      </div>
      {hasFailed && (
        <p className="problem" role="alert">
          {words.clockFailed}
        </p>
      )}
    </fieldset>
  );
}
