import { instantAt } from '../../time/days.ts';

interface Stretch {
  fromAt: string;
  untilAt: string;
}

/** Whether the stretch and the local day share an instant. */
export function touchesDay({ fromAt, untilAt }: Stretch, day: string, nextDay: string): boolean {
  const begin = Date.parse(instantAt(day, '00:00'));
  const end = Date.parse(instantAt(nextDay, '00:00'));
  return Date.parse(fromAt) < end && begin < Date.parse(untilAt);
}
