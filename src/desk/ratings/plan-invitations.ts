import { askableFrom, type Days, occasionOf } from '../../rules/rating/invitation-times.ts';
import { invitedUntil } from '../../rules/rating/windows.ts';
import { minuteMilliseconds } from '../../rules/working-time/working-day.ts';
import { appendLedger } from '../../store/ledger.ts';
import {
  changesBehind,
  dropCancelled,
  enterprisesWithSpeakers,
  invitingNoted,
  noteInviting,
  planInvitation,
  tryToInvite,
} from '../../store/rating-invitations.ts';
import { lockRatings, ratedAsAWhole } from '../../store/ratings.ts';
import type { Act } from '../act.ts';
import { invitationDays, invitationRules } from './inviting-rules.ts';

const changesAtOnce = 2000;

type Change = Awaited<ReturnType<typeof changesBehind>>[number];

/**
 * Reads on in the changes of declarations from the last one seen, each exactly once, and plans whom to ask about what. True
 * when there is more to read. What is older than an invitation stands, what nobody could be asked about and what was rated
 * during the procedure is passed over.
 */
export async function planInvitations(current: Act): Promise<boolean> {
  const { tx, at, by } = current;
  if (!(await tryToInvite(tx))) return false;
  const noted = await invitingNoted(tx);
  const changes = await changesBehind(tx, noted.seen, changesAtOnce);
  const last = changes.at(-1);
  if (last === undefined) return false;
  const days = await invitationDays(current);
  // What changes before there is a department is read once there is one.
  if (days === null) return false;
  await noteInviting(tx, { ...noted, seen: last.id });

  // Of several changes of one declaration the last one tells where it stands.
  const standing = [...new Map(changes.map((change) => [change.declarationId, change])).values()];
  const cancelled = standing.filter(({ to }) => to === 'cancelled').map(({ declarationId }) => declarationId);
  const rows = await worthAsking(current, standing, days);
  if (rows.length + cancelled.length > 0) {
    await lockRatings(tx);
    await planInvitation(tx, rows);
    await dropCancelled(tx, cancelled);
    const detail = { seen: last.id, planned: rows.length, cancelled: cancelled.length };
    await appendLedger(tx, 'ratings', [{ type: 'invitationsPlanned', detail }], by, at);
  }
  return changes.length === changesAtOnce;
}

async function worthAsking(current: Act, standing: readonly Change[], days: Days) {
  const { tx, at, zone } = current;
  const recent = standing.flatMap(({ declarationId, enterpriseId, to, at: occasionAt }) => {
    const occasion = occasionOf(to);
    const expiresAt = invitedUntil(occasionAt, zone);
    if (occasion === null || enterpriseId === null || expiresAt.getTime() <= at.getTime()) return [];
    return [{ declarationId, enterpriseId, occasion, expiresAt }];
  });
  if (recent.length === 0) return [];
  const spokenFor = await enterprisesWithSpeakers(tx, [...new Set(recent.map((each) => each.enterpriseId))], at);
  const rated = await ratedAsAWhole(
    tx,
    recent.map(({ declarationId }) => declarationId),
  );
  const rules = await invitationRules(current);
  const gathered = new Date(at.getTime() + rules.gatherMinutes * minuteMilliseconds);
  const dueAt = askableFrom(gathered, rules, days);
  return recent
    .filter(({ enterpriseId, declarationId }) => spokenFor.has(enterpriseId) && !rated.has(declarationId))
    .map((each) => ({ ...each, dueAt }));
}
