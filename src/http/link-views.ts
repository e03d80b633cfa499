import { z } from '@hono/zod-openapi';
import { channelNames } from '../channel/port.ts';
import type { CreatedCode } from '../desk/enterprises/create-codes.ts';
import { printedCode, startPayload } from '../rules/linking/enterprise-code.ts';
import { isCurrent } from '../rules/linking/represented.ts';
import type { codesOfEnterprise } from '../store/enterprise-codes.ts';
import type { LinkOfEnterprise } from '../store/enterprise-links.ts';
import type { LinkRequestCard, Proof } from '../store/link-requests.ts';
import { iso } from './case-views.ts';

/** What the API says about who speaks for which enterprise. */

const instant = z.iso.datetime();
export const contactRole = z.enum(['owner', 'staff', 'broker']);
const enterprise = z.object({ name: z.string(), taxCode: z.string() });

export const createdCodesSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.number(),
        enterprise: enterprise.extend({ address: z.string().nullable() }),
        /** Null when the same request was answered before: a code is said once. */
        code: z.string().nullable().openapi({ example: 'DN-7KXP-2MRA-9QWT' }),
        telegramLink: z.string().nullable(),
        webchatLink: z.string().nullable(),
        expiresAt: instant,
      }),
    ),
    /** Tax codes of enterprises that are not there, or not for the one who asks. */
    notFound: z.array(z.string()),
  })
  .openapi('CreatedEnterpriseCodes');
export type CreatedCodesView = z.infer<typeof createdCodesSchema>;

export const enterpriseLinksSchema = z
  .object({
    enterprise,
    sharesCases: z.boolean(),
    links: z.array(
      z.object({
        id: z.number(),
        name: z.string().nullable(),
        channels: z.array(z.enum(channelNames)),
        role: contactRole,
        basis: z.enum(['code', 'phone', 'officer', 'demonstration']),
        validFrom: instant,
        validUntil: instant.nullable(),
        isCurrent: z.boolean(),
        endedBecause: z.enum(['revoked', 'left']).nullable(),
      }),
    ),
    codes: z.array(
      z.object({
        id: z.number(),
        role: contactRole,
        createdAt: instant,
        expiresAt: instant,
        state: z.enum(['open', 'used', 'revoked', 'expired']),
        usedBy: z.string().nullable(),
      }),
    ),
  })
  .openapi('EnterpriseLinks');
export type EnterpriseLinksView = z.infer<typeof enterpriseLinksSchema>;

export const linkRequestSchema = z
  .object({
    id: z.number(),
    state: z.enum(['open', 'approved', 'refused']),
    enterprise,
    person: z.object({ name: z.string().nullable(), channel: z.enum(channelNames) }),
    createdAt: instant,
    /** What the person wrote and sent as proof. */
    proofs: z.array(
      z.object({
        text: z.string(),
        at: instant,
        files: z.array(
          z.object({
            id: z.number(),
            name: z.string(),
            mediaType: z.string().nullable(),
            size: z.number().nullable(),
            state: z.enum(['announced', 'stored', 'tooLarge', 'refusedType', 'gone']),
            url: z.string(),
          }),
        ),
      }),
    ),
    /** The number that the platform says is the person's own; beside it what the enterprise registered. */
    vouchedPhone: z.string().nullable(),
    isPhoneRegistered: z.boolean(),
    registered: z.object({
      phones: z.array(z.object({ phone: z.string(), name: z.string().nullable() })),
      email: z.string().nullable(),
      address: z.string().nullable(),
    }),
    speaking: z.array(z.object({ name: z.string().nullable(), role: contactRole })),
    decidedAt: instant.nullable(),
    decidedBy: z.string().nullable(),
    because: z.string().nullable(),
  })
  .openapi('LinkRequest');
export type LinkRequestView = z.infer<typeof linkRequestSchema>;

export function createdCodeView(
  { id, code, enterprise, expiresAt }: CreatedCode,
  where: { botName: string | null; publicUrl: string },
): CreatedCodesView['items'][number] {
  return {
    id,
    enterprise,
    code: printedCode(code),
    telegramLink: where.botName === null ? null : `https://t.me/${where.botName}?start=${startPayload(code)}`,
    webchatLink: `${where.publicUrl}/chat?ma=${printedCode(code)}`,
    expiresAt: expiresAt.toISOString(),
  };
}

/** The same without what is said only once. */
export function withoutCode(view: CreatedCodesView): CreatedCodesView {
  const items = view.items.map((item) => ({ ...item, code: null, telegramLink: null, webchatLink: null }));
  return { ...view, items };
}

export function linkView(link: LinkOfEnterprise, now: Date): EnterpriseLinksView['links'][number] {
  const { id, contactName, channels, role, basis, validFrom, validUntil, endedBecause } = link;
  return {
    id,
    name: contactName,
    channels,
    role,
    basis,
    validFrom: validFrom.toISOString(),
    validUntil: iso(validUntil),
    isCurrent: isCurrent(link, now),
    endedBecause,
  };
}

type CodeRow = Awaited<ReturnType<typeof codesOfEnterprise>>[number];

export function codeView(row: CodeRow, now: Date): EnterpriseLinksView['codes'][number] {
  const { id, role, createdAt, expiresAt, usedByName } = row;
  return {
    id,
    role,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    state: codeState(row, now),
    usedBy: usedByName,
  };
}

function codeState({ usedAt, revokedAt, expiresAt }: CodeRow, now: Date) {
  if (usedAt !== null) return 'used' as const;
  if (revokedAt !== null) return 'revoked' as const;
  return expiresAt.getTime() <= now.getTime() ? ('expired' as const) : ('open' as const);
}

export interface RequestFacts {
  proofs: ReadonlyMap<number, Proof>;
  phones: { phone: string; name: string | null }[];
  email: string | null;
  address: string | null;
  speaking: LinkRequestView['speaking'];
}

export function requestView(card: LinkRequestCard, facts: RequestFacts): LinkRequestView {
  const { row, enterprise, contactName, channel, vouchedPhone, decidedByName } = card;
  const proofs = row.messageIds.flatMap((id) => facts.proofs.get(id) ?? []);
  return {
    id: row.id,
    state: row.state,
    enterprise: { name: enterprise.name, taxCode: enterprise.taxCode },
    person: { name: contactName, channel },
    createdAt: row.createdAt.toISOString(),
    proofs: proofs.map(({ text, at, files }) => ({
      text,
      at: at.toISOString(),
      files: files.map((file) => ({ ...file, url: `/api/v1/link-requests/${row.id}/files/${file.id}` })),
    })),
    vouchedPhone,
    isPhoneRegistered: facts.phones.some(({ phone }) => phone === vouchedPhone),
    registered: { phones: facts.phones, email: facts.email, address: facts.address },
    speaking: facts.speaking,
    decidedAt: iso(row.decidedAt),
    decidedBy: decidedByName,
    because: row.because,
  };
}
