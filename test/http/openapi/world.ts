import { act } from '../../../src/desk/act.ts';
import { say } from '../../../src/desk/conversations/say.ts';
import { askForLink } from '../../../src/desk/enterprises/ask-for-link.ts';
import { officers } from '../../../src/store/schema/organisation.ts';
import { openACase } from '../../support/cases.ts';
import type { TestDesk } from '../../support/desk.ts';
import { anEnterprise, type TestEnterprise } from '../../support/linking.ts';
import type { Caller, Web } from '../../support/web.ts';
import { promisesOf } from './world-of-promises.ts';
import { ratingsOf } from './world-of-ratings.ts';

/** Who calls and what there is to call about. */
export interface World {
  desk: TestDesk;
  callers: Record<'program' | 'administrator' | 'second' | 'leader' | 'hoa' | 'lan' | 'control', Caller>;
  enterprise: TestEnterprise;
  /** What answers brought that later calls name. */
  ids: Record<string, number>;
}

export const cases = {
  issue: 'VM-2026-000001',
  second: 'VM-2026-000002',
  question: 'HD-2026-000001',
  verification: 'DG-2026-942493',
};

/** A desk on which every operation finds something to work on. */
export async function openWorld(desk: TestDesk, web: Web): Promise<World> {
  const { organisation, database } = desk;
  const people = organisation.officers;
  await openACase(desk);
  await openACase(desk, { description: 'Cùng một việc với vụ trước' });
  await openACase(desk, { kind: 'question', description: 'Cho hỏi giờ làm thủ tục' });
  const enterprise = await anEnterprise(desk);
  const { conversationId, contactId } = organisation;
  const requests = [];
  for (const each of [enterprise, await anEnterprise(desk, { taxCode: '0299102453', name: 'Hải Âu' })]) {
    const [message] = await database.sql<{ id: string }[]>`select min(id) as id from messages`;
    const input = { conversationId, contactId, enterpriseId: each.id, messageIds: [Number(message?.id)] };
    await act(desk, { kind: 'contact', conversationId }, (current) => askForLink(current, input));
  }
  const [second] = await database.db
    .insert(officers)
    .values({
      name: 'Ngô Thu Trang',
      title: 'Quản trị',
      email: 'trang@haiquan.example',
      role: 'administrator',
      unitId: organisation.units.root,
    })
    .returning({ id: officers.id });
  const said = await act(desk, { kind: 'schedule', name: 'test' }, (current) =>
    say(current, { conversationId, message: { text: 'Tin chưa gửi được' } }),
  );
  await database.sql`update outbox set state = 'failed', problem = 'thử' where message_id = ${said}`;
  const unsure = await act(desk, { kind: 'schedule', name: 'test' }, (current) =>
    say(current, { conversationId, message: { text: 'Tin chưa rõ đã đến' } }),
  );
  await database.sql`update outbox set state = 'unknown', problem = 'thử' where message_id = ${unsure}`;
  const [delivery] = await database.sql<{ id: string }[]>`
    insert into inbox (channel, account, update_id, address, body, received_at, state, due_at)
    values ('telegram', '1', 'x', '2', '{}', now(), 'failed', now()) returning id`;
  const [alert] = await database.sql<
    { id: string }[]
  >`select id from alerts where officer_id = ${people.lan.id} limit 1`;
  const [link] = await database.sql<{ id: string }[]>`select id from contact_links limit 1`;
  const asked = await database.sql<{ id: string }[]>`select id from link_requests order by id`;
  requests.push(...asked.map(({ id }) => Number(id)));
  const promises = await promisesOf(desk);
  const { flags } = await ratingsOf(desk);
  return {
    desk,
    enterprise,
    callers: {
      program: web.program,
      administrator: await web.signIn(people.administrator),
      second: await web.signIn({ ...people.administrator, id: second?.id ?? 0, email: 'trang@haiquan.example' }),
      leader: await web.signIn(people.leader),
      hoa: await web.signIn(people.hoa),
      lan: await web.signIn(people.lan),
      control: await web.signIn(people.control),
    },
    ids: {
      failed: said,
      unsure,
      delivery: Number(delivery?.id),
      alert: Number(alert?.id),
      link: Number(link?.id),
      firstRequest: requests[0] ?? 0,
      secondRequest: requests[1] ?? 0,
      firstFlag: flags[0] ?? 0,
      secondFlag: flags[1] ?? 0,
      ...promises,
    },
  };
}
