import type {
  ActionView,
  VerificationDetail,
  VerificationFunnel,
  VerificationPage,
} from '../../http/verification-views.ts';
import type { Stage } from '../../rules/rating/verification-funnel.ts';
import type { VerificationOutcome } from '../../store/schema/ratings.ts';
import { answerOf, done, v1 } from '../data/api.ts';

/** The endpoints about low ratings, one function each. */

export interface ListFilter {
  box: 'open' | 'overdue' | 'decided' | 'all';
  reached?: Stage | undefined;
  from?: string | undefined;
}

export interface ActionOrder {
  what: string;
  ownerId: number;
  dueOn: string;
  checkAfterDays: 30 | 90;
}

export interface EffectCheck {
  isEffective: boolean;
  note: string;
  next?: 'raise' | ActionOrder;
}

export function listVerifications(filter: ListFilter, before: number | null): Promise<VerificationPage> {
  return answerOf(v1.verifications.$get({ query: { ...filter, before: before ?? undefined } }));
}

export function readFunnel(from: string | undefined): Promise<VerificationFunnel> {
  return answerOf(v1.verifications.funnel.$get({ query: { from } }));
}

export function readVerification(reference: string): Promise<VerificationDetail> {
  return answerOf(v1.cases[':reference'].verification.$get({ param: { reference } }));
}

export function decide(
  reference: string,
  json: { outcome: VerificationOutcome; finding: string; told: string },
): Promise<VerificationDetail> {
  return answerOf(v1.cases[':reference'].verification.outcome.$post({ param: { reference }, json }));
}

export function orderAction(reference: string, json: ActionOrder): Promise<VerificationDetail> {
  return answerOf(v1.cases[':reference'].verification.actions.$post({ param: { reference }, json }));
}

export function checkAction(reference: string, id: number, json: EffectCheck): Promise<VerificationDetail> {
  return answerOf(v1.cases[':reference'].verification.actions[':id'].check.$post({ param: { reference, id }, json }));
}

export function listActions(box: 'mine' | 'below'): Promise<ActionView[]> {
  return answerOf(v1['corrective-actions'].$get({ query: { box } }));
}

export async function finishAction(id: number, note: string): Promise<void> {
  await done(v1['corrective-actions'][':id'].completion.$post({ param: { id }, json: { note } }));
}
