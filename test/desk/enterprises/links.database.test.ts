import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { gistOf } from '../../../src/desk/cases/gist.ts';
import { createEnterpriseCodes } from '../../../src/desk/enterprises/create-codes.ts';
import { linkContact } from '../../../src/desk/enterprises/link-contact.ts';
import { redeemEnterpriseCode } from '../../../src/desk/enterprises/redeem-code.ts';
import { revokeEnterpriseCode } from '../../../src/desk/enterprises/revoke-code.ts';
import { leaveEnterprise, revokeLink } from '../../../src/desk/enterprises/stop-speaking.ts';
import { setActingFor } from '../../../src/store/enterprise-links.ts';
import { contactLinks } from '../../../src/store/schema/linking.ts';
import { as, asAdministrator, asProgram, refusalOf, told } from '../../support/administration.ts';
import { openACase } from '../../support/cases.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { anEnterprise, seagull } from '../../support/linking.ts';

const now = '2026-11-23T09:15:00+07:00';

test('a code that two people use at once links one of them', async () => {
  await using desk = await openDesk({ now });
  const enterprise = await anEnterprise(desk);
  const code = await aCode(desk, enterprise.taxCode);
  const [one, other] = [await aPerson(desk, 'a'), await aPerson(desk, 'b')];

  const outcomes = await Promise.all([one, other].map((person) => redeems(desk, person, code)));

  expect(outcomes.toSorted()).toEqual(['linked', 'wrong']);
  expect(await currentLinks(desk, enterprise.id)).toHaveLength(1);
});

test('a code is revoked once, and not after it has done its work', async () => {
  await using desk = await openDesk({ now });
  const enterprise = await anEnterprise(desk);
  await aCode(desk, enterprise.taxCode);
  const used = await aCode(desk, enterprise.taxCode);
  await redeems(desk, await aPerson(desk, 'a'), used);

  await asAdministrator(desk, (current) => revokeEnterpriseCode(current, { codeId: 1 }));
  const again = await refusalOf(asAdministrator(desk, (current) => revokeEnterpriseCode(current, { codeId: 1 })));
  const late = await refusalOf(asAdministrator(desk, (current) => revokeEnterpriseCode(current, { codeId: 2 })));
  const { lan } = desk.organisation.officers;
  const officer = await refusalOf(as(desk, lan, (current) => revokeEnterpriseCode(current, { codeId: 2 })));

  expect([again.code, late.code, officer.code]).toEqual(['codeRevoked', 'codeUsed', 'notPermitted']);
});

test('only the hash of a code is kept, and the ledger holds ids alone', async () => {
  await using desk = await openDesk({ now });
  const enterprise = await anEnterprise(desk);
  const code = await aCode(desk, enterprise.taxCode);
  await redeems(desk, await aPerson(desk, 'a'), code);

  const tables = await desk.database.sql`
    select (select json_agg(c) from enterprise_codes c)::text || (select json_agg(l) from ledger l)::text as everything`;

  expect(tables[0]?.everything).not.toContain(code);
  expect((await told(desk, 'registry')).map(({ type }) => type)).toEqual(['enterpriseCodesCreated', 'linked']);
});

test('linking somebody again with another role keeps the history and one link that counts', async () => {
  await using desk = await openDesk({ now });
  const enterprise = await anEnterprise(desk);
  const person = await aPerson(desk, 'a');
  await links(desk, person.contactId, enterprise.id, 'staff');
  desk.clock.advanceMinutes(60);

  await links(desk, person.contactId, enterprise.id, 'owner');
  await links(desk, person.contactId, enterprise.id, 'owner');

  const rows = await desk.database.db.select().from(contactLinks).orderBy(contactLinks.id);
  const own = rows.filter(({ contactId }) => contactId === person.contactId);
  expect(own.map(({ role, validUntil }) => [role, validUntil?.toISOString() ?? null])).toEqual([
    ['staff', '2026-11-23T03:15:00.000Z'],
    ['owner', null],
  ]);
});

test('an alert names the enterprise that the case was opened for, whomever the broker acts for by now', async () => {
  await using desk = await openDesk({ now });
  const { contactId, enterprise } = desk.organisation;
  const { row } = await openACase(desk);
  const other = await anEnterprise(desk, seagull);
  await links(desk, contactId, other.id, 'broker');
  await desk.database.db.transaction((tx) => setActingFor(tx, contactId, other.id));

  const gist = await asProgram(desk, (current) => gistOf(current, row));

  expect(gist.enterprise).toBe(enterprise.name);
});

test('a link is ended once, by those who may', async () => {
  await using desk = await openDesk({ now });
  const enterprise = await anEnterprise(desk);
  const person = await aPerson(desk, 'a');
  const linkId = await links(desk, person.contactId, enterprise.id, 'staff');
  const { lan } = desk.organisation.officers;
  const stranger = await aPerson(desk, 'b');

  const officer = await refusalOf(as(desk, lan, (current) => revokeLink(current, { linkId })));
  const other = await refusalOf(
    act(desk, { kind: 'contact', conversationId: stranger.conversationId }, (current) =>
      revokeLink(current, { linkId }),
    ),
  );
  await asAdministrator(desk, (current) => revokeLink(current, { linkId }));
  const again = await refusalOf(asAdministrator(desk, (current) => revokeLink(current, { linkId })));
  const leaving = await refusalOf(
    act(desk, { kind: 'contact', conversationId: person.conversationId }, (current) =>
      leaveEnterprise(current, { enterpriseId: enterprise.id }),
    ),
  );

  expect([officer.code, other.code, again.code, leaving.code]).toEqual([
    'notPermitted',
    'notFound',
    'linkEnded',
    'notFound',
  ]);
});

test('a message that is being answered when the right is revoked opens its case before, never after', async () => {
  await using desk = await openDesk({ now });
  const { contactId, conversationId, enterprise } = desk.organisation;
  const [link] = await currentLinks(desk, enterprise.id);
  let isAnswered: () => void = () => undefined;
  const answering = new Promise<void>((resolve) => {
    isAnswered = resolve;
  });
  const turn = desk.database.db.transaction(async (tx) => {
    await tx.execute(`update conversations set last_message_at = last_message_at where id = ${conversationId}`);
    await answering;
    await tx.execute(`insert into cases (reference, kind, state, level, enterprise_id, contact_id, conversation_id,
        is_verified, description, category, urgent, unit_id, policy_id, calendar_id, opened_at, last_activity_at)
      values ('VM-2026-900001', 'issue', 'open', 1, ${enterprise.id}, ${contactId}, ${conversationId}, true, '', '',
        false, ${desk.organisation.units.port3}, ${desk.organisation.policyIds[0]}, ${desk.organisation.calendarId},
        now(), now())`);
  });
  const revoking = asAdministrator(desk, (current) => revokeLink(current, { linkId: link?.id ?? 0 }));
  const first = await Promise.race([revoking.then(() => 'revoked'), heldBack(desk).then(() => 'waiting')]);
  isAnswered();
  await Promise.all([turn, revoking]);

  expect(first).toBe('waiting');
  const [row] = await desk.database.sql`select conversation_id from cases where reference = 'VM-2026-900001'`;
  expect(row?.conversation_id).toBeNull();
});

interface Person {
  contactId: number;
  conversationId: number;
}

async function aPerson(desk: TestDesk, address: string): Promise<Person> {
  const [row] = await desk.database.sql<{ contactId: string; conversationId: string }[]>`
    with contact as (insert into contacts (name, created_at) values (${address}, now()) returning id)
    insert into conversations (channel, account, address, contact_id, dialogue, created_at, last_message_at)
    select 'telegram', 'test', ${address}, id, '{}', now(), now() from contact
    returning contact_id as "contactId", id as "conversationId"`;
  return { contactId: Number(row?.contactId), conversationId: Number(row?.conversationId) };
}

async function aCode(desk: TestDesk, taxCode: string): Promise<string> {
  const { codes } = await asProgram(desk, (current) =>
    createEnterpriseCodes(current, { taxCodes: [taxCode], role: 'staff', validDays: 90 }),
  );
  return codes[0]?.code ?? '';
}

async function redeems(desk: TestDesk, person: Person, code: string): Promise<string> {
  const by = { kind: 'contact' as const, conversationId: person.conversationId };
  return (await act(desk, by, (current) => redeemEnterpriseCode(current, { ...person, code }))).outcome;
}

function links(desk: TestDesk, contactId: number, enterpriseId: number, role: 'owner' | 'staff' | 'broker') {
  const proof = { basis: 'demonstration' as const, evidence: {}, validUntil: null };
  return asProgram(desk, (current) => linkContact(current, { contactId, enterpriseId, role, ...proof }));
}

async function currentLinks(desk: TestDesk, enterpriseId: number): Promise<{ id: number }[]> {
  const rows = await desk.database.sql<{ id: string }[]>`
    select id from contact_links where enterprise_id = ${enterpriseId} and valid_until is null`;
  return rows.map(({ id }) => ({ id: Number(id) }));
}

/** Resolves once a transaction waits for a lock that another holds. */
async function heldBack(desk: TestDesk): Promise<void> {
  for (;;) {
    const [row] = await desk.database.sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (row !== undefined) return;
  }
}
