import type { Channel, ChannelName } from '../../src/channel/port.ts';
import { act } from '../../src/desk/act.ts';
import { takeDeclarations } from '../../src/desk/declarations/take-declarations.ts';
import { invitePass } from '../../src/desk/ratings/inviting.ts';
import type { Declaration, DeclarationStep } from '../../src/rules/declarations/declaration.ts';
import type { StepName } from '../../src/rules/routing/step-in-question.ts';
import type { TestDesk } from './desk.ts';

export interface ToldDeclaration extends Partial<Declaration> {
  taxCode: string;
  number: string;
}

/** What another system tells of declarations; cleared just now where nothing else is said. */
export async function declares(desk: TestDesk, ...declarations: readonly ToldDeclaration[]): Promise<void> {
  const now = desk.clock.now();
  const registeredAt = new Date(now.getTime() - 2 * 3_600_000);
  const rows = declarations.map(({ taxCode, ...facts }) => ({
    about: 'declaration' as const,
    taxCode,
    told: {
      officeCode: '03TG',
      typeCode: 'A11',
      channel: 'yellow' as const,
      registeredAt,
      state: 'cleared' as const,
      stateAt: now,
      steps: [],
      ...facts,
    },
  }));
  await act(desk, { kind: 'apiKey', name: 'bootstrap' }, (current) => takeDeclarations(current, rows));
}

export function aStep(
  step: StepName,
  at: Date,
  officerEmail: string | null,
  team: string | null = null,
): DeclarationStep {
  return { step, at: at.toISOString(), officerEmail, team };
}

/** Plans and hands over whatever may be said now through these channels, and lets the second pass over which it is spread. */
export async function invites(desk: TestDesk, ...channels: readonly Channel[]): Promise<void> {
  const accounts = channels.map(({ name, account, windowAt }) => ({
    channel: name,
    account,
    pace: null,
    ...(windowAt === undefined ? {} : { windowAt }),
  }));
  while (await invitePass(desk, accounts));
  desk.clock.advanceBy(1000);
}

/** One person with one chat for each of the enterprises, who has agreed that we keep what is said. */
export async function speakers(
  desk: TestDesk,
  enterpriseIds: readonly number[],
  channel: ChannelName,
  account = 'test',
): Promise<void> {
  const at = desk.clock.now();
  await desk.database.sql`
    with wanted as (
      select id, row_number() over (order by id) as n from enterprises where id = any(${[...enterpriseIds]}::bigint[])
    ), person as (
      insert into contacts (enterprise_id, name, created_at) select id, 'Người ' || n, ${at} from wanted returning id, enterprise_id
    ), link as (
      insert into contact_links (contact_id, enterprise_id, role, basis, evidence, valid_from)
      select id, enterprise_id, 'staff', 'demonstration', '{}', ${at} from person
    ), chat as (
      insert into conversations (channel, account, address, contact_id, dialogue, created_at, last_message_at, last_interaction_at)
      select ${channel}, ${account}, 'e' || enterprise_id, id, '{}', ${at}, ${at}, ${at} from person returning id
    )
    insert into consents (conversation_id, text_version, answer, at) select id, 'test', 'given', ${at} from chat`;
}
