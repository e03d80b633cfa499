import { expect, test } from 'vitest';
import { english } from '../../src/console/language/phrases.en.ts';
import { vietnamese } from '../../src/console/language/phrases.vi.ts';
import { clockWords, leadingClock, toneOf } from '../../src/console/time/clock-face.ts';
import type { ClockView } from '../../src/http/views.ts';

const inVietnamese = { phrases: vietnamese, language: 'vi' } as const;

/** An instant of Monday 12 January 2026, in Hải Phòng's time. */
function at(time: string, day = 12): number {
  return Date.parse(`2026-01-${day}T${time}+07:00`);
}

function aClock(facts: Partial<Omit<ClockView, 'dueAt'>> & { due?: number | null }): ClockView {
  const { due = at('11:00'), ...rest } = facts;
  return {
    kind: 'firstResponse',
    cycle: 1,
    level: 1,
    state: 'running',
    dueAt: due === null ? null : new Date(due).toISOString(),
    allowedMinutes: 120,
    stoppedAt: null,
    pausedBecause: null,
    ...rest,
  };
}

test.each([
  ['counts down on the day itself', aClock({}), at('09:00'), 'còn 2 giờ'],
  ['counts seconds at the very end', aClock({}), at('10:59:15'), 'còn 45 giây'],
  ['is overdue from the very instant it falls due', aClock({}), at('11:00'), 'quá hạn 0 giây'],
  ['counts up once overdue', aClock({ state: 'broken' }), at('13:10'), 'quá hạn 2 giờ 10 phút'],
  ['names a later day instead of counting the night', aClock({ due: at('08:30', 13) }), at('16:00'), 'hạn 08:30 13/01'],
  ['names the day on which it broke', aClock({ state: 'broken' }), at('08:00', 13), 'quá hạn từ 11:00 12/01'],
  [
    'says how late the answer was',
    aClock({ state: 'broken', stoppedAt: '2026-01-12T04:15:00Z' }),
    at('15:00'),
    'trễ 15 phút',
  ],
  [
    'stops at its due time when the case moves up',
    aClock({ state: 'broken', stoppedAt: '2026-01-12T04:00:00Z' }),
    at('15:00'),
    'trễ hạn',
  ],
  [
    'says what it waits for',
    aClock({ state: 'paused', due: null, pausedBecause: 'informationRequested' }),
    at('09:00'),
    'tạm dừng: chờ doanh nghiệp trả lời',
  ],
  [
    'stands without a known cause',
    aClock({ state: 'paused', due: null, pausedBecause: 'other' }),
    at('09:00'),
    'tạm dừng',
  ],
  [
    'that was broken stands like the others while its case waits',
    aClock({ state: 'broken', due: null, pausedBecause: 'resultAwaited' }),
    at('09:00'),
    'tạm dừng: chờ kết quả chuyên ngành',
  ],
  ['was kept', aClock({ state: 'met' }), at('15:00'), 'đúng hạn'],
])('a clock %s', (_, clock, now, words) => {
  expect(clockWords(clock, now, inVietnamese).replaceAll('\u00a0', ' ')).toBe(words);
});

test('an English reader gets the same clock in English', () => {
  expect(clockWords(aClock({}), at('09:20'), { phrases: english, language: 'en' })).toBe('1\u00a0h 40\u00a0min left');
});

test.each([
  ['a quarter of a long time is left', aClock({ due: at('10:59'), allowedMinutes: 480 }), at('09:00'), 'soon'],
  ['half an hour of a short time is left', aClock({ allowedMinutes: 60 }), at('10:31'), 'soon'],
  ['more than both is left', aClock({ allowedMinutes: 60 }), at('10:30'), 'neutral'],
])('a clock turns amber when %s: %#', (_, clock, now, tone) => {
  expect(toneOf(clock, now)).toBe(tone);
});

test('among several clocks the broken promise is shown before the nearest one', () => {
  const nearest = aClock({ kind: 'resolution', due: at('09:31') });
  const broken = aClock({ kind: 'firstResponse', due: at('09:00') });
  const paused = aClock({ kind: 'acknowledge', state: 'paused', due: null });

  const shown = [
    leadingClock([paused, nearest, broken], at('09:30')),
    leadingClock([paused, nearest], at('09:30')),
    leadingClock([paused], at('09:30')),
  ];

  expect(shown).toEqual([broken, nearest, paused]);
});

test('a promise that was kept, or broken and answered since, is not shown as running', () => {
  const kept = aClock({ state: 'met', stoppedAt: '2026-01-12T02:00:00Z' });
  const answeredLate = aClock({ state: 'broken', stoppedAt: '2026-01-12T05:00:00Z' });

  expect(leadingClock([kept, answeredLate], at('15:00'))).toBeNull();
});
