export interface Period {
  from: string;
  /** The last day, included. */
  to: string;
}

export type Preset = 'month' | 'lastMonth' | 'quarter' | 'year' | 'twelve';

/** The period that a preset means on a day. Dates are ISO texts, which count as noon to keep out of any zone. */
export function presetPeriod(preset: Preset, today: string): Period {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  switch (preset) {
    case 'month':
      return { from: day(year, month, 1), to: today };
    case 'lastMonth':
      return { from: day(year, month - 1, 1), to: day(year, month, 0) };
    case 'quarter':
      return { from: day(year, month - (month % 3), 1), to: today };
    case 'year':
      return { from: day(year, 0, 1), to: today };
    case 'twelve':
      return { from: day(year, month - 11, 1), to: today };
  }
}

/** The last day of a part of a series that begins on `from`, not after the last day of the whole. */
export function endOfPart(from: string, grain: 'day' | 'week' | 'month' | 'quarter' | 'year', last: string): string {
  const year = Number(from.slice(0, 4));
  const month = Number(from.slice(5, 7)) - 1;
  const ends = {
    day: from,
    week: day(year, month, Number(from.slice(8)) + 6),
    month: day(year, month + 1, 0),
    quarter: day(year, month + 3, 0),
    year: day(year, 12, 0),
  };
  return ends[grain] < last ? ends[grain] : last;
}

function day(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month, date, 12)).toISOString().slice(0, 10);
}
