import './print.css';
import { sayDay } from '../time/days.ts';

/** On paper the choice of the period is left out: this says what was chosen, and of what. */
export function PrintedPeriod({ from, to, of }: { from: string; to: string; of?: string | undefined }) {
  return (
    <p data-only-printed>
      {sayDay(from)} – {sayDay(to)}
      {of !== undefined && ` · ${of}`}
    </p>
  );
}
