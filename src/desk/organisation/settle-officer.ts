import { asOf } from '../../rules/organisation/spans.ts';
import { officerById } from '../../store/organisation.ts';
import { dropTurns, postsOf, savePresentOfficer, silenceOfficer, withdrawSubstitute } from '../../store/posts.ts';
import type { Act } from '../act.ts';
import { passOnCases } from './pass-on-cases.ts';
import { record } from './record.ts';

/** Brings the officer's present row up to `today`, with what follows from it. False when nothing had changed. */
export async function settleOfficer(current: Act, officerId: number, today: string): Promise<boolean> {
  const { tx } = current;
  const officer = await officerById(tx, officerId);
  if (officer === null) return false;
  const posts = await postsOf(tx, officerId);
  const post = asOf(posts, today);
  if (post === null) return officer.active ? leave(current, officerId, officer.unitId, posts) : false;

  const { unitId, role, title } = post;
  const moves = officer.unitId !== unitId;
  if (officer.active && !moves && officer.role === role && officer.title === title) return false;
  await savePresentOfficer(tx, officerId, { unitId, role, title, active: true });
  if (!officer.active) {
    await record(current, 'officerArrived', { officerId, unitId, role });
    return true;
  }
  if (!moves) return true;
  const droppedTurns = await dropTurns(tx, officerId, officer.unitId, current.at);
  await record(current, 'officerMoved', {
    officerId,
    fromUnitId: officer.unitId,
    toUnitId: unitId,
    role,
    droppedTurns,
  });
  await passOnCases(current, officerId, choiceOf(posts, today) ?? { to: 'queue' }, 'officerMoved');
  return true;
}

/** Nothing reaches the officer from here on: no duty, no substitution, no chat, no alert on its way. */
async function leave(
  current: Act,
  officerId: number,
  unitId: number,
  posts: Awaited<ReturnType<typeof postsOf>>,
): Promise<boolean> {
  const { tx, at } = current;
  await savePresentOfficer(tx, officerId, { active: false });
  const droppedTurns = await dropTurns(tx, officerId, unitId, at);
  const withdrawnFrom = await withdrawSubstitute(tx, officerId, at);
  const heldBack = await silenceOfficer(tx, officerId, at);
  await record(current, 'officerLeft', { officerId, unitId, droppedTurns, withdrawnFrom, heldBack });
  await passOnCases(current, officerId, posts.at(-1)?.passingOn ?? { to: 'route' }, 'officerLeft');
  return true;
}

// What was chosen stands on the post that ended last.
function choiceOf(posts: Awaited<ReturnType<typeof postsOf>>, today: string) {
  return posts.findLast(({ validTo }) => validTo !== null && validTo <= today)?.passingOn ?? null;
}
