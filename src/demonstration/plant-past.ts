import type { Act } from '../desk/act.ts';
import { snapshotOf } from '../rules/rating/subjects.ts';
import { invitedUntil } from '../rules/rating/windows.ts';
import { dayMilliseconds, minuteMilliseconds } from '../rules/working-time/working-day.ts';
import type { WorkingTime } from '../rules/working-time/working-time.ts';
import { insertDeclarationChanges, saveDeclarations } from '../store/declarations.ts';
import { insertGivenRatings } from '../store/founding.ts';
import { appendLedger } from '../store/ledger.ts';
import { officeByCode } from '../store/organisation.ts';
import { changesBehind, invitingNoted, noteInviting, planInvitation } from '../store/rating-invitations.ts';
import { enterprises } from './enterprises.ts';
import type { PlantedContact } from './plant-enterprises.ts';
import type { PlantedOfficer } from './plant-organisation.ts';
import { type PastDeclaration, pastDeclarations, ratedLow } from './rated-declarations.ts';
import { type SampleRating, sampleRatings } from './sample-ratings.ts';

/**
 * Writes what the enterprises declared in the last weeks, and every contented word that they said of it. Answers the
 * declarations about which they are not content.
 */
export async function plantPast(
  current: Act,
  working: WorkingTime,
  contacts: ReadonlyMap<string, PlantedContact>,
  officers: ReadonlyMap<string, PlantedOfficer>,
): Promise<ReadonlyMap<SampleRating, PastDeclaration>> {
  const { tx, at, by } = current;
  const low = new Map(
    sampleRatings.map((sample, place) => [sample, ratedLow(sample, place, { working, presentAt: at })]),
  );
  const past = [...pastDeclarations(working, at), ...low.values()];
  const speakers = speakersOf(contacts);
  const ids = await saveDeclarations(
    tx,
    past.map(({ number, taxCode, office, channel, registeredAt, clearedAt, steps }) => ({
      ...{ number, number11: number.slice(0, 11), officeCode: office, channel, registeredAt, steps },
      enterpriseId: speakers.get(taxCode)?.enterpriseId ?? null,
      typeCode: 'A12',
      state: 'cleared' as const,
      stateAt: clearedAt,
      recordedAt: clearedAt,
    })),
  );
  const idOf = ({ number }: PastDeclaration) => ids.get(number.slice(0, 11)) ?? 0;
  await insertDeclarationChanges(
    tx,
    past.map((each) => ({
      declarationId: idOf(each),
      from: null,
      to: 'cleared' as const,
      at: each.clearedAt,
      recordedAt: each.clearedAt,
    })),
  );
  await insertGivenRatings(tx, await given(current, past, { idOf, speakers, officers }));
  const rated = past.filter(({ rating }) => rating !== null).length;
  await appendLedger(tx, 'ratings', [{ type: 'planted', detail: { declarations: past.length, rated } }], by, at);
  const told = new Set(low.values());
  await inviteAboutTheLast(
    current,
    past.filter((each) => !told.has(each)),
    { idOf, speakers },
  );
  return low;
}

interface Known {
  idOf(declaration: PastDeclaration): number;
  speakers: ReadonlyMap<string, PlantedContact>;
  officers: ReadonlyMap<string, PlantedOfficer>;
}

async function given({ tx, zone, at }: Act, past: readonly PastDeclaration[], { idOf, speakers, officers }: Known) {
  const byEmail = new Map([...officers.values()].map((officer) => [officer.email, officer]));
  const posts = new Map(
    [...byEmail].map(([email, { id, unitId }]) => {
      const post = { unitId, validFrom: '2025-03-15', validTo: null };
      return [email, { officerId: id, posts: [post] }];
    }),
  );
  const rows = [];
  for (const declaration of past) {
    const { rating, number, office, taxCode } = declaration;
    const speaker = speakers.get(taxCode);
    // The last ones are still to be rated by whoever tries this.
    if (rating === null || speaker === undefined || rating.ratedAt >= at) continue;
    const unitId = (await officeByCode(tx, office))?.unitId ?? null;
    const snapshot = snapshotOf(declaration.steps, unitId, (email) => posts.get(email), zone);
    const done = snapshot.steps.findLast(({ officerId }) => officerId !== null);
    const row = {
      declarationId: idOf(declaration),
      number11: number.slice(0, 11),
      enterpriseId: speaker.enterpriseId,
      ...{ level: rating.level, reasons: rating.reasons, comment: rating.comment },
      ...{ conversationId: speaker.conversationId, contactId: speaker.contactId },
      ...{ ratedAt: rating.ratedAt, changedAt: rating.ratedAt, snapshot },
    };
    rows.push({ ...row, subjectKind: 'declaration' as const, subjectKey: '', unitId });
    if (rating.ofOfficer && done !== undefined)
      rows.push({ ...row, subjectKind: 'officer' as const, subjectKey: String(done.officerId), unitId: done.unitId });
  }
  return rows;
}

/** Asked about soon after the start, so that a newcomer who speaks as one of the contacts can tap an answer. */
async function inviteAboutTheLast(
  { tx, at, zone }: Act,
  past: readonly PastDeclaration[],
  { idOf, speakers }: Pick<Known, 'idOf' | 'speakers'>,
): Promise<void> {
  const waits = [4, 45, 150];
  const rows = enterprises.flatMap(({ taxCode }) => {
    const speaker = speakers.get(taxCode);
    const open = past
      .filter((each) => each.taxCode === taxCode && each.rating === null && each.clearedAt < at)
      .filter(({ clearedAt }) => at.getTime() - clearedAt.getTime() < 12 * dayMilliseconds);
    if (speaker === undefined) return [];
    return open.slice(-waits.length).map((declaration, place) => ({
      declarationId: idOf(declaration),
      enterpriseId: speaker.enterpriseId,
      occasion: 'cleared',
      dueAt: new Date(at.getTime() + (waits[place] ?? 0) * minuteMilliseconds),
      expiresAt: invitedUntil(declaration.clearedAt, zone),
    }));
  });
  await planInvitation(tx, rows);
  // What was declared before the desk existed is nobody's to be asked about at once.
  const noted = await invitingNoted(tx);
  const last = (await changesBehind(tx, noted.seen, past.length + 1)).at(-1);
  if (last !== undefined) await noteInviting(tx, { ...noted, seen: last.id });
}

/** The first contact of each enterprise, by tax code. */
function speakersOf(contacts: ReadonlyMap<string, PlantedContact>): Map<string, PlantedContact> {
  return new Map(
    enterprises.flatMap(({ taxCode, contacts: people }) => {
      const [first] = people;
      const planted = first === undefined ? undefined : contacts.get(first.login);
      return planted === undefined ? [] : [[taxCode, planted] as const];
    }),
  );
}
