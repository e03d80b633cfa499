import { NotFound, NotPermitted } from '../../../errors.ts';
import { isAboutConduct } from '../../../rules/visibility/can-see.ts';
import { mayDo } from '../../../rules/visibility/permissions.ts';
import type { CaseRow } from '../../../store/cases.ts';
import { type VerificationRow, verificationOf } from '../../../store/verifications.ts';
import type { Act } from '../../act.ts';
import { viewerOf, visibleCase } from '../../visibility.ts';

export interface VisibleVerification {
  row: CaseRow;
  verification: VerificationRow;
}

/** The verification, locked, if the one who acts may see its case. Otherwise it is not found. */
export async function visibleVerification(current: Act, reference: string): Promise<VisibleVerification> {
  const row = await visibleCase(current, reference);
  const verification = isAboutConduct(row.kind) ? await verificationOf(current.tx, row.id) : null;
  if (verification === null) throw new NotFound(`xác minh ${reference}`);
  return { row, verification };
}

/** The officer who was given the case, whom routing chose as independent. Others take it first. */
export function requireVerifier({ by }: Pick<Act, 'by'>, { row }: VisibleVerification, act: string): number {
  if (by.kind !== 'officer' || row.assigneeId !== by.officerId) throw new NotPermitted(act);
  return by.officerId;
}

/** Whoever verified, or internal control: those who follow what comes of a finding. */
export async function requireFollower(
  { by, tx }: Pick<Act, 'by' | 'tx'>,
  { row, verification }: VisibleVerification,
  act: string,
): Promise<number> {
  if (by.kind !== 'officer') throw new NotPermitted(act);
  const { officerId } = by;
  if (officerId === row.assigneeId || officerId === verification.decidedBy) return officerId;
  const viewer = await viewerOf(tx, officerId);
  if (viewer === null || !mayDo(viewer, 'followFindings')) throw new NotPermitted(act);
  return officerId;
}
