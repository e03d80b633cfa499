import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Looked } from '../rules/imports/import-file.ts';
import { latest } from '../rules/organisation/spans.ts';
import { associationNamed } from './associations.ts';
import type { Db, Tx } from './database.ts';
import { officerByEmail } from './organisation.ts';
import { postsOf } from './posts.ts';
import { declarations, enterprises } from './schema/enterprises.ts';
import { units } from './schema/organisation.ts';
import { agreements, associationMembers, coordinationRegulations, registeredPhones } from './schema/registry.ts';
import { unitHistories } from './units.ts';

/** What a row of a file speaks of. */
export type RowSubject =
  | { kind: 'enterprise'; taxCode: string }
  | { kind: 'agreement'; taxCode: string; number: string }
  | { kind: 'association'; code: string | null; name: string }
  | { kind: 'declaration'; number11: string }
  | { kind: 'unit'; code: string }
  | { kind: 'officer'; email: string };

/** What is on record of it, as texts: dates as `2026-03-05`, instants as ISO, lists in one line. Null where nothing is. */
export function lookAt(from: Tx | Db, subject: RowSubject): Promise<Looked> {
  switch (subject.kind) {
    case 'enterprise':
      return enterprise(from, subject.taxCode);
    case 'agreement':
      return agreement(from, subject);
    case 'association':
      return association(from, subject);
    case 'declaration':
      return declaration(from, subject.number11);
    case 'unit':
      return unit(from, subject.code);
    case 'officer':
      return officer(from, subject.email);
  }
}

async function enterprise(from: Tx | Db, taxCode: string): Promise<Looked> {
  const [row] = await from.select().from(enterprises).where(eq(enterprises.taxCode, taxCode));
  if (row === undefined) return null;
  const phones = await from
    .select({ phone: registeredPhones.phone })
    .from(registeredPhones)
    // Whoever ends a number ends it at the present of the import; a number with an end is no longer one to call.
    .where(and(eq(registeredPhones.enterpriseId, row.id), isNull(registeredPhones.validUntil)))
    .orderBy(asc(registeredPhones.phone));
  const { name, nameEnglish, address, email, note, isBroker } = row;
  return {
    name,
    nameEnglish,
    address,
    phones: listed(phones.map(({ phone }) => phone)),
    email,
    isBroker: yes(isBroker),
    note,
  };
}

async function agreement(from: Tx | Db, { taxCode, number }: { taxCode: string; number: string }): Promise<Looked> {
  const { signedOn, templateVersion, state, validUntil } = agreements;
  const [row] = await from
    .select({ enterprise: enterprises.name, signedOn, templateVersion, state, unit: units.name, validUntil })
    .from(agreements)
    .innerJoin(enterprises, eq(enterprises.id, agreements.enterpriseId))
    .leftJoin(units, eq(units.id, agreements.unitId))
    .where(and(eq(enterprises.taxCode, taxCode), sql`lower(${agreements.number}) = ${number.toLowerCase()}`));
  return row ?? null;
}

async function association(from: Tx | Db, named: { code: string | null; name: string }): Promise<Looked> {
  const row = await associationNamed(from, named);
  if (row === null) return null;
  const regulations = await from
    .select({ number: coordinationRegulations.number, signedOn: coordinationRegulations.signedOn })
    .from(coordinationRegulations)
    .where(eq(coordinationRegulations.associationId, row.id))
    .orderBy(desc(coordinationRegulations.signedOn), asc(coordinationRegulations.number));
  const [regulation] = regulations;
  const members = await from
    .select({ taxCode: enterprises.taxCode })
    .from(associationMembers)
    .innerJoin(enterprises, eq(enterprises.id, associationMembers.enterpriseId))
    .where(and(eq(associationMembers.associationId, row.id), isNull(associationMembers.validUntil)))
    .orderBy(asc(enterprises.taxCode));
  return {
    code: row.code,
    name: row.name,
    regulation: regulation?.number ?? null,
    regulationSignedOn: regulation?.signedOn ?? null,
    members: listed(members.map(({ taxCode }) => taxCode)),
  };
}

async function declaration(from: Tx | Db, number11: string): Promise<Looked> {
  const [found] = await from
    .select({ row: declarations, taxCode: enterprises.taxCode })
    .from(declarations)
    .leftJoin(enterprises, eq(enterprises.id, declarations.enterpriseId))
    .where(eq(declarations.number11, number11));
  if (found === undefined) return null;
  const { number, officeCode, typeCode, channel, state, registeredAt, stateAt, steps } = found.row;
  return {
    number,
    taxCode: found.taxCode,
    officeCode,
    typeCode,
    channel,
    registeredAt: registeredAt.toISOString(),
    state,
    stateAt: stateAt.toISOString(),
    steps: String(steps.length),
  };
}

async function unit(from: Tx | Db, code: string): Promise<Looked> {
  const all = await unitHistories(from);
  const found = all.find((each) => each.code.toLowerCase() === code.toLowerCase());
  if (found === undefined) return null;
  const { name, shortName, parentId, validFrom, validTo } = latest(found.versions) ?? found.versions[0];
  const parent = all.find(({ id }) => id === parentId)?.code ?? null;
  return { code: found.code, name, shortName, parent, validFrom, validUntil: validTo };
}

async function officer(from: Tx | Db, email: string): Promise<Looked> {
  const row = await officerByEmail(from, email.toLowerCase());
  if (row === null) return null;
  const post = latest(await postsOf(from, row.id));
  const [at] =
    post === null ? [] : await from.select({ code: units.code }).from(units).where(eq(units.id, post.unitId));
  return {
    name: row.name,
    title: post?.title ?? row.title,
    role: post?.role ?? row.role,
    unit: at?.code ?? null,
    validFrom: post?.validFrom ?? null,
  };
}

function listed(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join('; ');
}

function yes(is: boolean): string {
  return is ? 'true' : 'false';
}
