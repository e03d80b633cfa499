import { headRole, leadingRoles } from '../../../rules/visibility/ranks.ts';
import { insertOfficerNotice } from '../../../store/officer-notices.ts';
import { absentAt, excludedFrom, holdersIn, unitById } from '../../../store/organisation.ts';
import { whoHasRole } from '../../../store/routing.ts';
import type { Act } from '../../act.ts';
import { tellOfficer } from './tell-officer.ts';

/**
 * The head of the rated unit hears at once, and so within the five minutes of PL08 Điều 6 khoản 1, that a low rating is
 * being verified; neither by whom nor about which declaration it was given (Điều 8 khoản 1). A head who is party hears
 * nothing: then internal control, which has the case, is the only one. While the head is away the substitute hears.
 */
export async function tellUnitHead(current: Act, caseId: number, unitId: number | null): Promise<number[]> {
  const { tx, at } = current;
  if (unitId === null) return [];
  const excluded = await excludedFrom(tx, caseId);
  const heads = await holdersIn(tx, unitId, [headRole]);
  const away = await absentAt(tx, heads, at);
  const standIns = [...away].flatMap(([, substituteId]) => substituteId ?? []);
  // Somebody of the unit's own rank and file may stand in for a duty turn; of ratings only those who lead hear.
  const leading = new Set(await whoHasRole(tx, standIns, leadingRoles));
  const told: number[] = [];
  for (const headId of heads) {
    if (excluded.has(headId)) continue;
    const hearing = away.has(headId) ? (away.get(headId) ?? null) : headId;
    if (hearing === null || excluded.has(hearing) || (hearing !== headId && !leading.has(hearing))) continue;
    const { name: unitName } = await unitById(tx, unitId);
    const notice = { kind: 'lowRatingInUnit', unitName } as const;
    // Whoever has no chat reads it in the console.
    await insertOfficerNotice(tx, { officerId: hearing, text: current.phrasing.aboutAction(notice).text, at });
    await tellOfficer(current, hearing, notice);
    told.push(hearing);
  }
  return told;
}
