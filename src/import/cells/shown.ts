import type { Cell } from './cell.ts';
import { serialReading } from './serial.ts';

const longest = 120;

/** A cell as a person sees it in the spreadsheet; long texts are cut. */
export function shown(cell: Cell | undefined, epoch: 1900 | 1904): string {
  const text = wholeText(cell, epoch);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** All of a cell as text. Dates are written day first. */
export function wholeText(cell: Cell | undefined, epoch: 1900 | 1904): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if ('error' in cell) return cell.error;
  return serialText(cell.serial, epoch);
}

function serialText(serial: number, epoch: 1900 | 1904): string {
  const wall = serialReading(serial, epoch);
  if (wall === null) return String(serial);
  const date = `${two(wall.day)}/${two(wall.month)}/${wall.year}`;
  if (wall.hour + wall.minute + wall.second === 0) return date;
  return `${date} ${two(wall.hour)}:${two(wall.minute)}:${two(wall.second)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
