import { and, asc, desc, eq, gt, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { DeclarationState, RiskChannel } from '../rules/declarations/declaration.ts';
import type { Db, Tx } from './database.ts';
import type { DeclarationRow } from './declarations.ts';
import type { EnterpriseRow } from './enterprise-links.ts';
import { declarations, enterprises } from './schema/enterprises.ts';
import { units } from './schema/organisation.ts';
import { agreements, associationMembers, associations, enterpriseHistory } from './schema/registry.ts';

/** Units whose enterprises somebody may see; `all` for everybody's. */
export type RegistrySight = { unitIds: ReadonlySet<number> } | 'all';

/**
 * That an enterprise has to do with one of the units: by an agreement, else by where it declares. `unitsOfEnterprises`
 * says the same for one enterprise, looking at its newest declarations only.
 */
function withinSight(sight: RegistrySight): SQL | undefined {
  if (sight === 'all') return undefined;
  if (sight.unitIds.size === 0) return sql`false`;
  const ids = sql.join(
    [...sight.unitIds].map((id) => sql`${id}`),
    sql`, `,
  );
  return sql`(exists (select 1 from agreements a where a.enterprise_id = enterprises.id and a.unit_id in (${ids}) and a.state <> 'ended')
    or (not exists (select 1 from agreements a where a.enterprise_id = enterprises.id and a.unit_id is not null and a.state <> 'ended')
      and exists (select 1 from declarations d join office_codes o on o.code = d.office_code
        where d.enterprise_id = enterprises.id and o.unit_id in (${ids}))))`;
}

/** Enterprises by key, whose name or tax code begins with or contains `q`. */
export async function enterprisePage(
  db: Db | Tx,
  sight: RegistrySight,
  { q, after, limit }: { q: string | null; after: number; limit: number },
): Promise<EnterpriseRow[]> {
  const words = q === null ? null : `%${q.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const named =
    words === null
      ? undefined
      : or(
          sql`${enterprises.name} ilike ${words}`,
          sql`${enterprises.nameEnglish} ilike ${words}`,
          sql`${enterprises.taxCode} like ${words}`,
        );
  return db
    .select()
    .from(enterprises)
    .where(and(gt(enterprises.id, after), named, withinSight(sight)))
    .orderBy(asc(enterprises.id))
    .limit(limit);
}

export async function agreementsOfEnterprise(db: Db | Tx, enterpriseId: number) {
  return db
    .select({
      number: agreements.number,
      signedOn: agreements.signedOn,
      templateVersion: agreements.templateVersion,
      state: agreements.state,
      unitName: units.name,
      validUntil: agreements.validUntil,
    })
    .from(agreements)
    .leftJoin(units, eq(units.id, agreements.unitId))
    .where(eq(agreements.enterpriseId, enterpriseId))
    .orderBy(desc(agreements.signedOn), desc(agreements.id));
}

export async function associationsOfEnterprise(db: Db | Tx, enterpriseId: number) {
  return db
    .select({
      code: associations.code,
      name: associations.name,
      validFrom: associationMembers.validFrom,
      validUntil: associationMembers.validUntil,
    })
    .from(associationMembers)
    .innerJoin(associations, eq(associations.id, associationMembers.associationId))
    .where(eq(associationMembers.enterpriseId, enterpriseId))
    .orderBy(asc(associations.name), asc(associationMembers.validFrom));
}

/** What the entry said before each change, the newest first. */
export async function historyOfEnterprise(db: Db | Tx, enterpriseId: number, limit: number) {
  return db
    .select()
    .from(enterpriseHistory)
    .where(eq(enterpriseHistory.enterpriseId, enterpriseId))
    .orderBy(desc(enterpriseHistory.id))
    .limit(limit);
}

export interface DeclarationFilter {
  enterpriseId: number | null;
  state: DeclarationState | null;
  channel: RiskChannel | null;
  officeCode: string | null;
  registeredFrom: Date | null;
  registeredUntil: Date | null;
}

export type DeclarationOfEnterprise = DeclarationRow & { taxCode: string | null; enterpriseName: string | null };

/** Declarations, the last that became known first: the order of the key, which needs no index of its own. */
export async function declarationPage(
  db: Db | Tx,
  filter: DeclarationFilter,
  { before, limit }: { before: number | null; limit: number },
): Promise<DeclarationOfEnterprise[]> {
  const { enterpriseId, state, channel, officeCode, registeredFrom, registeredUntil } = filter;
  const { registeredAt, id } = declarations;
  const rows = await db
    .select({ row: declarations, taxCode: enterprises.taxCode, enterpriseName: enterprises.name })
    .from(declarations)
    .leftJoin(enterprises, eq(enterprises.id, declarations.enterpriseId))
    .where(
      and(
        enterpriseId === null ? undefined : eq(declarations.enterpriseId, enterpriseId),
        state === null ? undefined : eq(declarations.state, state),
        channel === null ? undefined : eq(declarations.channel, channel),
        officeCode === null ? undefined : eq(declarations.officeCode, officeCode),
        registeredFrom === null ? undefined : gte(registeredAt, registeredFrom),
        registeredUntil === null ? undefined : lt(registeredAt, registeredUntil),
        before === null ? undefined : lt(id, before),
      ),
    )
    .orderBy(desc(id))
    .limit(limit);
  return rows.map(({ row, ...of }) => ({ ...row, ...of }));
}

/** The declarations with these first eleven digits, with whose they are. */
export async function declarationsNumbered(db: Db | Tx, keys: readonly string[]): Promise<DeclarationOfEnterprise[]> {
  if (keys.length === 0) return [];
  const rows = await db
    .select({ row: declarations, taxCode: enterprises.taxCode, enterpriseName: enterprises.name })
    .from(declarations)
    .leftJoin(enterprises, eq(enterprises.id, declarations.enterpriseId))
    .where(inArray(declarations.number11, [...keys]));
  return rows.map(({ row, ...of }) => ({ ...row, ...of }));
}
