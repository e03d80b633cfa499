import { sayDuration } from './say-duration.ts';
import { dayAndMonth, readingAt, readingAtEnd, weekdayName } from './vietnamese-days.ts';
import { hourMilliseconds, minuteMilliseconds, workingDayMilliseconds } from './working-day.ts';
import type { Explanation, Opening, SkippedStretch } from './working-time.ts';

/** An explanation as Vietnamese sentences, in order of time: the start, a line a day, a line for each longer rest, the sum. */
export function explainInWords(explanation: Explanation): string[] {
  const { zone, startAt, endAt, workingMilliseconds, makeupDays, provisionalYears, calendarVersion } = explanation;
  // A gate open round the clock passes three working days in one day and night, which would puzzle without this.
  const inDays = workingMilliseconds >= workingDayMilliseconds ? ' (1 ngày làm việc là 8 giờ)' : '';
  return [
    `Bắt đầu tính từ ${moment(startAt, zone, readingAt)}, theo lịch làm việc phiên bản ${calendarVersion}.`,
    ...byDate(explanation).map((group) => lineOf(group, zone)),
    ...makeupDays.map(({ date, name, confidence }) => {
      const day = Temporal.PlainDate.from(date);
      return `${capital(`${weekdayName(day.dayOfWeek)}, ${dayAndMonth(day, true)}`)} được tính vì là ngày làm việc bù (${attested(name, confidence)}).`;
    }),
    ...provisionalYears.map(
      (year) => `Lịch nghỉ năm ${year} là tạm tính và có thể thay đổi khi có thông báo chính thức.`,
    ),
    `Tổng cộng được tính ${sayDuration(workingMilliseconds, 'vi')}${inDays}, đến ${moment(endAt, zone, readingAtEnd)}.`,
  ];
}

interface Group {
  readonly key: string;
  readonly first: Stretch;
  readonly counted: Opening[];
  readonly skipped: SkippedStretch[];
}

type Stretch = Opening | SkippedStretch;

/** What happens within one date, or begins in its evening and ends the next morning, makes one line. */
function byDate({ counted, skipped, zone }: Explanation): Group[] {
  const stretches: Stretch[] = [...counted, ...skipped].toSorted((a, b) => a.from.getTime() - b.from.getTime());
  const groups: Group[] = [];
  for (const stretch of stretches) {
    const key = keyOf(stretch, zone);
    const last = groups.at(-1);
    const group = last?.key === key ? last : { key, first: stretch, counted: [], skipped: [] };
    if (group !== last) groups.push(group);
    if (isSkipped(stretch)) group.skipped.push(stretch);
    else group.counted.push(stretch);
  }
  return groups;
}

function keyOf(stretch: Stretch, zone: string): string {
  const begins = readingAt(stretch.from, zone).date;
  const days = begins.until(readingAtEnd(stretch.until, zone).date).days;
  const night = isSkipped(stretch) && stretch.because === 'outsideHours' && days === 1;
  return days === 0 || night ? begins.toString() : ownKey(stretch);
}

/** A stretch over several dates shares its line with no other. */
function ownKey(stretch: Stretch): string {
  return stretch.from.toISOString();
}

function lineOf({ key, first, counted, skipped }: Group, zone: string): string {
  if (key === ownKey(first)) {
    const stretch = `Từ ${moment(first.from, zone, readingAt)} đến ${moment(first.until, zone, readingAtEnd)}`;
    return `${stretch}: ${isSkipped(first) ? `không tính (${reason(first)})` : `tính ${amount(counted)}`}.`;
  }
  const parts: string[] = [];
  if (counted.length > 0)
    parts.push(`tính ${counted.map((each) => hours(each, zone)).join(', ')} (${amount(counted)})`);
  if (skipped.length > 0) {
    parts.push(`không tính ${skipped.map((each) => `${hours(each, zone)} (${reason(each)})`).join(', ')}`);
  }
  const { date } = readingAt(first.from, zone);
  return `${capital(`${weekdayName(date.dayOfWeek)}, ${dayAndMonth(date, false)}`)}: ${parts.join('; ')}.`;
}

function isSkipped(stretch: Stretch): stretch is SkippedStretch {
  return 'because' in stretch;
}

function hours({ from, until }: Opening, zone: string): string {
  const begin = readingAt(from, zone);
  const end = readingAtEnd(until, zone);
  if (begin.time === '00:00' && end.time === '24:00') return 'cả ngày';
  return `${begin.time}–${end.time}${end.date.equals(begin.date) ? '' : ' hôm sau'}`;
}

function reason(stretch: SkippedStretch): string {
  switch (stretch.because) {
    case 'lunch':
      return 'nghỉ trưa';
    case 'outsideHours':
      return 'ngoài giờ làm việc';
    case 'weekend':
      return 'nghỉ hằng tuần';
    case 'holiday':
      return `nghỉ lễ: ${attested(stretch.name, stretch.confidence)}`;
    case 'closure':
      return `tạm ngừng làm việc: ${attested(stretch.name, stretch.confidence)}`;
  }
}

function attested(name: string, confidence: string): string {
  return confidence === 'unverified' ? `${name}, chưa xác minh` : name;
}

// Hours on the clock, not working days: a line shows a part, and only the sum is measured against the promise.
function amount(stretches: readonly Opening[]): string {
  const total = stretches.reduce((sum, { from, until }) => sum + until.getTime() - from.getTime(), 0);
  const wholeHours = Math.floor(total / hourMilliseconds);
  const minutes = Math.floor((total % hourMilliseconds) / minuteMilliseconds);
  const said = [...(wholeHours > 0 ? [`${wholeHours} giờ`] : []), ...(minutes > 0 ? [`${minutes} phút`] : [])];
  return said.length > 0 ? said.join(' ') : 'dưới 1 phút';
}

function moment(at: Date, zone: string, read: typeof readingAt): string {
  const { time, date } = read(at, zone);
  return `${time} ${weekdayName(date.dayOfWeek)}, ${dayAndMonth(date, true)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
