import type { Calendar, DatedDay, Hours } from '../../src/rules/working-time/calendar.ts';

const minute = 60_000;

export interface MinuteOracle {
  readonly until: Date;
  isOpen(at: Date): boolean;
  /** Undefined when the wait outlasts the window. */
  dueAfter(startAt: Date, milliseconds: number): Date | undefined;
  between(fromAt: Date, untilAt: Date): number;
}

/**
 * Working time counted as a clerk with a watch would: minute after minute, asking of each what the wall shows and whether
 * the doors are open. It shares no code with the engine, and knows zones only through Intl.
 */
export function minuteOracle(calendar: Calendar, { from, until }: { from: Date; until: Date }): MinuteOracle {
  const walls = wallMinutes(calendar.zone, from, until);
  const dated = new Map(calendar.datedDays.map((day) => [day.date, day]));
  const openByDate = new Map<string, Uint8Array>();
  const open = Uint8Array.from(walls, ({ date, minuteOfDay }) => {
    const minutes = openByDate.get(date) ?? openMinutes(date, calendar, dated);
    openByDate.set(date, minutes);
    return minutes[minuteOfDay] ?? 0;
  });

  const begin = from.getTime();
  const minuteAt = (instant: number) => Math.floor((instant - begin) / minute);

  return {
    until,
    isOpen: (at) => open[minuteAt(at.getTime())] === 1,
    dueAfter(startAt, milliseconds) {
      let left = milliseconds;
      let at = startAt.getTime();
      for (let index = minuteAt(at); index < open.length; index += 1) {
        const end = begin + (index + 1) * minute;
        if (open[index] === 1) {
          if (left <= end - at) return new Date(at + left);
          left -= end - at;
        }
        at = end;
      }
      return undefined;
    },
    between(fromAt, untilAt) {
      let total = 0;
      let at = fromAt.getTime();
      for (let index = minuteAt(at); at < untilAt.getTime(); index += 1) {
        const end = Math.min(begin + (index + 1) * minute, untilAt.getTime());
        if (open[index] === 1) total += end - at;
        at = end;
      }
      return total;
    },
  };
}

/** The minutes of one date during which the doors are open. */
function openMinutes(date: string, calendar: Calendar, dated: ReadonlyMap<string, DatedDay>): Uint8Array {
  const today = dated.get(date);
  const shut = today?.kind === 'holiday' || today?.kind === 'closure';
  const yesterday = new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
  const begunToday = hoursOn(date, calendar, dated).map(inMinutes);
  const begunYesterday = shut ? [] : hoursOn(yesterday, calendar, dated).map(inMinutes);
  return Uint8Array.from({ length: 1440 }, (_, at) => {
    const open =
      begunToday.some((hours) => covers(hours, at)) || begunYesterday.some((hours) => covers(hours, at + 1440));
    return open ? 1 : 0;
  });
}

function hoursOn(date: string, calendar: Calendar, dated: ReadonlyMap<string, DatedDay>): readonly Hours[] {
  const day = dated.get(date);
  const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
  if (day?.openings !== undefined) return day.openings;
  if (day?.kind === 'makeupDay') return calendar.weekly[day.likeWeekday ?? 'monday'];
  if (day !== undefined) return [];
  return calendar.weekly[names[new Date(date).getUTCDay()] ?? 'sunday'];
}

function inMinutes({ from, until }: Hours): { begin: number; end: number } {
  const begin = Number(from.slice(0, 2)) * 60 + Number(from.slice(3));
  const end = Number(until.slice(0, 2)) * 60 + Number(until.slice(3));
  return { begin, end: end > begin ? end : end + 1440 };
}

/** Whether hours that begin on a date hold at a minute counted from that date's midnight. */
function covers({ begin, end }: { begin: number; end: number }, at: number): boolean {
  return at >= begin && at < end;
}

interface WallMinute {
  readonly date: string;
  readonly minuteOfDay: number;
}

const readWalls = new Map<string, readonly WallMinute[]>();

/** What the wall shows at each minute of the window. Read once a window, for Intl is slow and windows repeat. */
function wallMinutes(zone: string, from: Date, until: Date): readonly WallMinute[] {
  const key = `${zone} ${from.getTime()} ${until.getTime()}`;
  const known = readWalls.get(key);
  if (known !== undefined) return known;
  // Swedish writes dates as 2026-02-17 09:05.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const walls: WallMinute[] = [];
  for (let at = from.getTime(); at < until.getTime(); at += minute) {
    const shown = format.format(at);
    const minuteOfDay = Number(shown.slice(11, 13)) * 60 + Number(shown.slice(14, 16));
    walls.push({ date: shown.slice(0, 10), minuteOfDay });
  }
  readWalls.set(key, walls);
  return walls;
}
