import { accepted, type Cell, type CellContext, type Read, refused, type WallReading } from './cell.ts';
import { readDateText, swiftDate } from './date-text.ts';
import { serialReading } from './serial.ts';
import { brokenCell, tidy } from './text.ts';

type Moment = { ok: true; wall: WallReading; offsetMinutes: number | null } | { ok: false; because: string };

/** Reads a calendar date as `2026-03-05`. A time of day beside it is left out. */
export function readDate(cell: Cell, context: CellContext): Read<string> {
  const moment = readMoment(cell, context);
  if (!moment.ok) return moment;
  const { year, month, day } = moment.wall;
  return accepted(`${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`);
}

/** Reads the last day of a stretch, inclusive as people write it, as the first day after it. */
export function readLastDay(cell: Cell, context: CellContext): Read<string> {
  const last = readDate(cell, context);
  if (!last.ok) return last;
  return accepted(Temporal.PlainDate.from(last.value).add({ days: 1 }).toString());
}

/** Reads an instant written on the walls of the enterprise's zone, or with its own offset. A date alone is its midnight, and says so. */
export function readDateTime(cell: Cell, context: CellContext): Read<Date> {
  const moment = readMoment(cell, context);
  if (!moment.ok) return moment;

  const { wall, offsetMinutes } = moment;
  if (offsetMinutes !== null) {
    const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
    return accepted(new Date(asUtc - offsetMinutes * 60_000));
  }
  const isDateAlone = typeof cell === 'string' ? cell.length <= 10 : wall.hour + wall.minute + wall.second === 0;
  return accepted(context.instantOf(wall), isDateAlone ? 'Chỉ có ngày, không có giờ; tính từ 00:00.' : null);
}

function readMoment(cell: Cell, { epoch }: CellContext): Moment {
  if (typeof cell === 'string') {
    const swift = swiftDate(cell);
    if (swift !== null) return swift;
    const text = tidy(cell);
    return serialInText.test(text) ? fromSerial(Number(text.replace(',', '.')), epoch) : readDateText(text);
  }
  if (typeof cell === 'number') return fromSerial(cell, epoch);
  if (typeof cell === 'object' && cell !== null && 'serial' in cell) return fromSerial(cell.serial, epoch);
  return refused(brokenCell(cell) ?? 'Ô không phải ngày.');
}

// What a spreadsheet leaves in a text file when the column was not formatted as dates: days since 1900, five digits.
const serialInText = /^\d{5}(?:[.,]\d+)?$/;

function fromSerial(serial: number, epoch: 1900 | 1904): Moment {
  const wall = serialReading(serial, epoch);
  return wall === null
    ? refused(`Số ${serial} không phải ngày của bảng tính.`)
    : { ok: true, wall, offsetMinutes: null };
}
