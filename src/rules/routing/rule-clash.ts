import type { ResponsibilityRule } from './route.ts';

/** A rule with the days it is in force; `validTo` is the first day it no longer is. */
export interface DatedRule extends Omit<ResponsibilityRule, 'id' | 'note'> {
  validFrom: string;
  validTo: string | null;
}

/**
 * The stored rules with which a new one could not be told apart: the same precedence, a day on which both are in force
 * and a matter that both match. Such a rule is refused, because nobody could say which of the two decides.
 */
export function clashesOf<Stored extends DatedRule>(rule: DatedRule, stored: readonly Stored[]): Stored[] {
  return stored.filter(
    (other) =>
      other.precedence === rule.precedence &&
      shareADay(rule, other) &&
      couldBoth(rule.category, other.category) &&
      couldBoth(rule.officeCode, other.officeCode) &&
      couldBoth(rule.kind, other.kind) &&
      couldBoth(rule.urgent, other.urgent),
  );
}

function couldBoth<Value>(one: Value | null, other: Value | null): boolean {
  return one === null || other === null || one === other;
}

function shareADay(one: DatedRule, other: DatedRule): boolean {
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
}

// ISO dates sort as text.
function startsBeforeEnd({ validFrom }: DatedRule, { validTo }: DatedRule): boolean {
  return validTo === null || validFrom < validTo;
}
