import type { CaseEvent, CheckedField } from './events.ts';
import type { Actor } from './words.ts';

export interface Check {
  at: Date;
  by: Actor;
  isCorrected: boolean;
}

/** Who last looked at each field that the bot filled in; a field that nobody looked at is absent. */
export function checksOf(events: readonly CaseEvent[]): ReadonlyMap<CheckedField, Check> {
  const checks = new Map<CheckedField, Check>();
  for (const event of events) {
    if (event.type !== 'checked') continue;
    const { at, by, confirmed, corrected } = event;
    for (const field of confirmed) checks.set(field, { at, by, isCorrected: checks.get(field)?.isCorrected ?? false });
    for (const { field } of corrected) checks.set(field, { at, by, isCorrected: true });
  }
  return checks;
}

/** Whether something was put right and the case was not passed on since. */
export function isRoutedOnOldWords(events: readonly CaseEvent[]): boolean {
  const corrected = events.findLastIndex((event) => event.type === 'checked' && event.corrected.length > 0);
  return corrected > events.findLastIndex(({ type }) => type === 'transferred');
}
