import type { Act } from '../desk/act.ts';
import { labelKey } from '../rules/case/labels.ts';
import { insertCannedReply } from '../store/canned-replies.ts';
import {
  insertAbsences,
  insertDutyTurns,
  insertOfficeCodes,
  insertOfficer,
  insertResponsibilityRules,
  insertUnit,
} from '../store/founding.ts';
import { insertLabel } from '../store/labels.ts';
import { saveUnitVersions } from '../store/units.ts';
import { dutyTurns, longAbsences } from './attendance.ts';
import { cannedReplies } from './canned-replies.ts';
import { labels } from './labels.ts';
import { emailOf, officers } from './officers.ts';
import { responsibilities } from './responsibilities.ts';
import { earlierStructureFrom, offices, units, presentStructureFrom as validFrom } from './units.ts';

export interface PlantedOfficer {
  id: number;
  unitId: number;
  name: string;
  email: string;
}

/** Writes units, offices, officers, responsibilities, duty and absences. Returns the officers by login. */
export async function plantOrganisation({ tx, at, zone }: Act): Promise<Map<string, PlantedOfficer>> {
  const unitIds = new Map<string, number>();
  for (const { code, parent, name, shortName, formerly } of units) {
    const parentId = parent === null ? null : known(unitIds, parent);
    const unitId = await insertUnit(tx, { code, parentId, name, shortName, validFrom });
    unitIds.set(code, unitId);
    if (formerly === undefined) continue;
    await saveUnitVersions(tx, [
      { unitId, parentId, ...formerly, validFrom: earlierStructureFrom, validTo: validFrom },
      { unitId, parentId, name, shortName, validFrom, validTo: null },
    ]);
  }
  await insertOfficeCodes(
    tx,
    offices.map(({ unit, ...office }) => ({ ...office, unitId: known(unitIds, unit) })),
  );

  const planted = new Map<string, PlantedOfficer>();
  for (const { login, name, title, role, unit } of officers) {
    const row = { name, title, role, email: emailOf(login), unitId: known(unitIds, unit) };
    planted.set(login, { ...row, id: await insertOfficer(tx, row) });
  }

  await insertResponsibilityRules(
    tx,
    responsibilities.map(({ category, unit, note }, place) => {
      const unitId = unit === null ? null : known(unitIds, unit);
      return { precedence: (place + 1) * 10, category, officeCode: null, unitId, note, validFrom };
    }),
  );
  await insertDutyTurns(
    tx,
    dutyTurns(at, zone).map(({ login, ...turn }) => {
      const { id, unitId } = known(planted, login);
      return { ...turn, officerId: id, unitId };
    }),
  );
  await insertAbsences(
    tx,
    longAbsences(at, zone).map(({ login, substitute, ...absence }) => {
      return { ...absence, officerId: known(planted, login).id, substituteId: known(planted, substitute).id };
    }),
  );
  for (const { unit, ...words } of cannedReplies)
    await insertCannedReply(tx, { ...words, unitId: unit === null ? null : known(unitIds, unit), updatedAt: at });
  for (const { unit, ...words } of labels) {
    const unitId = unit === null ? null : known(unitIds, unit);
    await insertLabel(tx, { ...words, nameKey: labelKey(words.name), unitId, updatedAt: at });
  }
  return planted;
}

function known<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demonstration names ${key}, which it does not have`);
  return value;
}
