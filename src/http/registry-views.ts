import { z } from '@hono/zod-openapi';
import type { Actor } from '../rules/case/words.ts';
import type { EnterpriseRow } from '../store/enterprise-links.ts';
import type {
  agreementsOfEnterprise,
  associationsOfEnterprise,
  DeclarationOfEnterprise,
  historyOfEnterprise,
} from '../store/registry-reading.ts';
import { iso } from './case-views.ts';
import { day, instant } from './organisation-schemas.ts';

/** What the API says about enterprises and their declarations. */

export const enterpriseSchema = z
  .object({
    taxCode: z.string(),
    name: z.string(),
    nameEnglish: z.string().nullable(),
    address: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    note: z.string().nullable(),
    isBroker: z.boolean(),
    sharesCases: z.boolean(),
    createdAt: instant,
    updatedAt: instant.nullable(),
  })
  .openapi('Enterprise');
export type EnterpriseView = z.infer<typeof enterpriseSchema>;

export const agreementSchema = z
  .object({
    number: z.string(),
    signedOn: day,
    templateVersion: z.enum(['2018', '2020-02-17']),
    state: z.enum(['inForce', 'suspended', 'ended']),
    unitName: z.string().nullable(),
    validUntil: day.nullable(),
  })
  .openapi('Agreement');

export const enterpriseDetailSchema = enterpriseSchema
  .extend({
    phones: z.array(z.object({ phone: z.string(), name: z.string().nullable() })),
    agreements: z.array(agreementSchema),
    associations: z.array(z.object({ code: z.string(), name: z.string(), validFrom: day, validUntil: day.nullable() })),
    /** What the entry said before each change, the newest first. */
    history: z.array(z.object({ changedAt: instant, by: z.string(), before: z.record(z.string(), z.unknown()) })),
  })
  .openapi('EnterpriseDetail');
export type EnterpriseDetailView = z.infer<typeof enterpriseDetailSchema>;

export const declarationSchema = z
  .object({
    number: z.string(),
    taxCode: z.string().nullable(),
    enterpriseName: z.string().nullable(),
    officeCode: z.string().nullable(),
    typeCode: z.string().nullable(),
    channel: z.enum(['green', 'yellow', 'red']).nullable(),
    state: z.enum(['registered', 'inspecting', 'released', 'stored', 'cleared', 'cancelled']),
    registeredAt: instant,
    stateAt: instant,
    recordedAt: instant.nullable(),
    steps: z.array(
      z.object({
        step: z.enum([
          'registered',
          'documentCheck',
          'physicalInspection',
          'channelChange',
          'released',
          'stored',
          'cleared',
        ]),
        at: instant,
        officerEmail: z.string().nullable(),
        team: z.string().nullable(),
      }),
    ),
  })
  .openapi('Declaration');
export type DeclarationView = z.infer<typeof declarationSchema>;

export function enterpriseView(row: EnterpriseRow): EnterpriseView {
  const { taxCode, name, nameEnglish, address, phone, email, note, isBroker, sharesCases } = row;
  return {
    taxCode,
    name,
    nameEnglish,
    address,
    phone,
    email,
    note,
    isBroker,
    sharesCases,
    createdAt: row.createdAt.toISOString(),
    updatedAt: iso(row.updatedAt),
  };
}

export interface EnterpriseFacts {
  phones: EnterpriseDetailView['phones'];
  agreements: Awaited<ReturnType<typeof agreementsOfEnterprise>>;
  associations: Awaited<ReturnType<typeof associationsOfEnterprise>>;
  history: Awaited<ReturnType<typeof historyOfEnterprise>>;
}

export function enterpriseDetailView(
  row: EnterpriseRow,
  facts: EnterpriseFacts,
  nameOf: (by: Actor) => string,
): EnterpriseDetailView {
  const { phones, agreements, associations, history } = facts;
  return {
    ...enterpriseView(row),
    phones,
    agreements,
    associations,
    history: history.map(({ changedAt, by, before }) => ({
      changedAt: changedAt.toISOString(),
      by: whoChanged(by, nameOf),
      before,
    })),
  };
}

/** A list brought by the command line has nobody's name; every other hand is called as the history of a case calls it. */
function whoChanged(by: Actor, nameOf: (by: Actor) => string): string {
  return by.kind === 'schedule' && by.name === 'import' ? 'Nhập từ tệp' : nameOf(by);
}

export function declarationView(row: DeclarationOfEnterprise): DeclarationView {
  const { number, taxCode, enterpriseName, officeCode, typeCode, channel, state, steps } = row;
  return {
    number,
    taxCode,
    enterpriseName,
    officeCode,
    typeCode,
    channel,
    state,
    registeredAt: row.registeredAt.toISOString(),
    stateAt: row.stateAt.toISOString(),
    recordedAt: iso(row.recordedAt),
    steps: steps.map(({ step, at, officerEmail, team }) => ({ step, at, officerEmail, team: team ?? null })),
  };
}
