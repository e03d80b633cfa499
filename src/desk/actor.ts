import { NotPermitted } from '../errors.ts';
import type { Act } from './act.ts';

/** The officer who acts; an API key acts for the office and has none. Anybody else may not do what officers do. */
export function officerIdOf({ by }: Act): number | null {
  if (by.kind === 'officer') return by.officerId;
  if (by.kind === 'apiKey') return null;
  throw new NotPermitted('làm việc này');
}
