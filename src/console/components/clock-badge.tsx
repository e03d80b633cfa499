import type { ClockView } from '../../http/views.ts';
import { useLanguage } from '../language/language.tsx';
import type { Phrases } from '../language/phrases.vi.ts';
import { clockWords, leadingClock, type Saying, type Tone, toneOf } from '../time/clock-face.ts';
import { useDeskNow } from '../time/desk-time.ts';
import { workingDuration } from '../time/durations.ts';
import type { IconName } from './icons.tsx';
import { Tag } from './tag.tsx';

const icons: Record<Tone, IconName> = {
  neutral: 'clock',
  soon: 'hourglass',
  overdue: 'warning',
  paused: 'pause',
  met: 'check',
  ended: 'swap',
};

/** One clock in words, icon and colour. It counts by itself. */
export function ClockBadge({ clock, all = [clock] }: { clock: ClockView; all?: readonly ClockView[] }) {
  const saying = useLanguage();
  const now = useDeskNow(clock.dueAt);
  const tone = toneOf(clock, now);
  return (
    <Tag tone={tone} icon={icons[tone]} title={all.map((each) => fullWords(each, now, saying)).join('\n')}>
      {saying.phrases.clocks[clock.kind]}: {clockWords(clock, now, saying)}
    </Tag>
  );
}

/** The one clock that matters now among those of a case; its tooltip tells the others. */
export function LeadingClockBadge({ clocks }: { clocks: readonly ClockView[] }) {
  const leading = leadingClock(clocks, useDeskNow());
  return leading === null ? null : <ClockBadge clock={leading} all={clocks} />;
}

function fullWords(clock: ClockView, now: number, saying: Saying): string {
  return `${saying.phrases.clocks[clock.kind]}: ${clockWords(clock, now, saying)} (${promise(clock, saying.phrases)})`;
}

function promise(clock: ClockView, phrases: Phrases): string {
  return phrases.withinWorkingTime(workingDuration(clock.allowedMinutes, phrases.units));
}
