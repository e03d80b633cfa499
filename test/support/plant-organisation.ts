import { defaultPolicies } from '../../src/rules/escalation/defaults.ts';
import { haiPhong20252027 } from '../../src/rules/working-time/data/hai-phong-2025-2027.ts';
import type { Db } from '../../src/store/database.ts';
import { conversations } from '../../src/store/schema/conversations.ts';
import { declarations } from '../../src/store/schema/enterprises.ts';
import {
  absences,
  calendars,
  officeCodes,
  officerChats,
  officers,
  policies,
  units,
} from '../../src/store/schema/organisation.ts';
import type { GeneratedOrganisation } from './generated-organisation.ts';

export interface PlantedOrganisation {
  /** By the place of the officer in the generated list. */
  officerIds: number[];
  /** The Telegram chat linked to each. */
  chatIds: number[];
}

const validFrom = '2020-01-01';

/** Writes a generated organisation into an empty database, with a linked chat for everybody. */
export async function plantGenerated(db: Db, plan: GeneratedOrganisation, at: Date): Promise<PlantedOrganisation> {
  const unitIds: number[] = [];
  for (const [place, { parent, name }] of plan.units.entries()) {
    const parentId = parent === null ? null : of(unitIds, parent);
    const code = `U${place}`;
    unitIds.push(await stored(db.insert(units).values({ code, parentId, name, shortName: name, validFrom })));
    await db.insert(officeCodes).values({ code: `09U${place}`, unitId: of(unitIds, place), name, shortName: name });
  }

  const planted: PlantedOrganisation = { officerIds: [], chatIds: [] };
  for (const [place, { unit, role, name, title, isAway }] of plan.officers.entries()) {
    const row = { name, title, role, email: emailOf(place), unitId: of(unitIds, unit) };
    const officerId = await stored(db.insert(officers).values(row));
    const chat = { channel: 'telegram' as const, account: '7000000001', address: `8${place}`, dialogue: {} };
    const chatId = await stored(
      db.insert(conversations).values({ ...chat, officerId, createdAt: at, lastMessageAt: at }),
    );
    await db.insert(officerChats).values({ officerId, conversationId: chatId, linkedAt: at });
    const untilAt = new Date(at.getTime() + 30 * 24 * 3_600_000);
    if (isAway) await db.insert(absences).values({ officerId, fromAt: at, untilAt });
    planted.officerIds.push(officerId);
    planted.chatIds.push(chatId);
  }

  for (const { number, steps } of plan.declarations) {
    await db.insert(declarations).values({
      number,
      number11: number.slice(0, 11),
      state: 'cleared',
      registeredAt: at,
      stateAt: at,
      steps: steps.map(({ step, officer }) => ({ step, at: at.toISOString(), officerEmail: emailOf(officer) })),
    });
  }
  await db.insert(policies).values(defaultPolicies.map((definition) => ({ definition, validFrom })));
  await db
    .insert(calendars)
    .values({ definition: haiPhong20252027, proposedBy: 'test', approvedBy: 'test', approvedAt: at });
  return planted;
}

function emailOf(place: number): string {
  return `canbo${place}@haiquan.example`;
}

async function stored(insert: { returning(): PromiseLike<{ id: number }[]> }): Promise<number> {
  const [row] = await insert.returning();
  if (row === undefined) throw new Error('The row was not stored');
  return row.id;
}

function of<Value>(list: readonly Value[], place: number): Value {
  const value = list[place];
  if (value === undefined) throw new Error(`There is nothing at place ${place}`);
  return value;
}
