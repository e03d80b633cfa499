import { act } from '../../src/desk/act.ts';
import { createEnterpriseCodes } from '../../src/desk/enterprises/create-codes.ts';
import { linkContact } from '../../src/desk/enterprises/link-contact.ts';
import { printedCode } from '../../src/rules/linking/enterprise-code.ts';
import type { ContactRole } from '../../src/rules/linking/represented.ts';
import { enterprises } from '../../src/store/schema/enterprises.ts';
import { registeredPhones } from '../../src/store/schema/registry.ts';
import { type Person, transcriptOf } from './chat.ts';
import type { TestDesk } from './desk.ts';

export interface TestEnterprise {
  id: number;
  name: string;
  taxCode: string;
}

export const seaStar = { taxCode: '0299101121', name: 'Công ty TNHH Điện tử Sao Biển' };
export const seagull = { taxCode: '0299102453', name: 'Công ty CP Thủy sản Cánh Hải Âu' };
export const whiteSail = { taxCode: '0299103714', name: 'Công ty TNHH Giao nhận Buồm Trắng' };

export async function anEnterprise(
  desk: TestDesk,
  facts: { taxCode: string; name: string; isBroker?: boolean; sharesCases?: boolean } = seaStar,
): Promise<TestEnterprise> {
  const [row] = await desk.database.db
    .insert(enterprises)
    .values({ ...facts, createdAt: desk.clock.now() })
    .returning({ id: enterprises.id });
  if (row === undefined) throw new Error('The enterprise was not stored');
  return { id: row.id, name: facts.name, taxCode: facts.taxCode };
}

export async function registersPhone(
  desk: TestDesk,
  { id: enterpriseId }: TestEnterprise,
  phone: string,
): Promise<void> {
  const row = { enterpriseId, phone, validFrom: desk.clock.now() };
  await desk.database.db.insert(registeredPhones).values(row);
}

/** A code as the letter to the enterprise shows it. */
export async function letterCode(
  desk: TestDesk,
  { taxCode }: { taxCode: string },
  options: { role?: ContactRole; validDays?: number } = {},
): Promise<string> {
  const { codes } = await act(desk, { kind: 'apiKey', name: 'bootstrap' }, (current) =>
    createEnterpriseCodes(current, { taxCodes: [taxCode], role: 'staff', validDays: 90, ...options }),
  );
  return printedCode(codes[0]?.code ?? '');
}

/** Makes whoever holds the chat speak for the enterprise, without any of the ways that the tests are about. */
export async function speaksFor(
  desk: TestDesk,
  address: string,
  { id: enterpriseId }: { id: number },
  role: ContactRole = 'staff',
  validUntil: Date | null = null,
): Promise<number> {
  const contactId = await contactOf(desk, address);
  return act(desk, { kind: 'schedule', name: 'test' }, (current) =>
    linkContact(current, { contactId, enterpriseId, role, basis: 'demonstration', evidence: {}, validUntil }),
  );
}

export async function contactOf(desk: TestDesk, address: string): Promise<number> {
  const [row] = await desk.database.sql<{ contactId: string }[]>`
    select contact_id as "contactId" from conversations where address = ${address}`;
  return Number(row?.contactId);
}

export async function conversationOf(desk: TestDesk, address: string): Promise<number> {
  const [row] = await desk.database.sql<{ id: string }[]>`select id from conversations where address = ${address}`;
  return Number(row?.id);
}

/** As `transcriptOf`, without the codes, which are different each time. */
export function linkingTranscript(person: Person): string {
  return transcriptOf(person)
    .replaceAll(/\bdn-(?!XXXX)(?:[0-9a-z]{4}-){2}[0-9a-z]{4}\b/giu, 'DN-MAMA-MAMA-MAMA')
    .replaceAll(/\bdn( [0-9a-z]{4}){3}\b/giu, 'dn mama mama mama')
    .replaceAll(/(?<=dn_)[0-9A-Z]{12}\b/gu, 'MAMAMAMAMAMA');
}
