import type { Sql } from 'postgres';
import type { Person } from './plant-people.ts';

interface Changing {
  reference: string;
  assigneeId: number;
  colleagueId: number;
  canReply: boolean;
}

/**
 * Changes so many cases a second through the API, each by the officer who has it: half of them notes, a third answers to
 * the enterprise where it has a chat, the others handed to a colleague. No case twice, so that what is heard of a case is
 * heard of its change. Answers how many were refused.
 */
export async function changeCases(options: {
  url: string;
  sql: Sql;
  people: readonly Person[];
  perSecond: number;
  seconds: number;
  /** Where each case is noted when its change is sent. */
  sentAt: Map<string, number>;
}): Promise<number> {
  const { url, sql, people, perSecond, seconds, sentAt } = options;
  const wanted = perSecond * seconds;
  const cookies = new Map(people.map(({ officerId, cookie }) => [officerId, cookie]));
  const found = await sql<Changing[]>`
    select c.reference, c.assignee_id::int as "assigneeId", c.conversation_id is not null as "canReply",
      (select o.id::int from officers o where o.unit_id = c.unit_id and o.role = 'officer' and o.id <> c.assignee_id
        and o.email like 'do-tai-%' order by o.id limit 1) as "colleagueId"
    from cases c where c.reference like 'VM-2027-%' and c.state = 'open' and c.kind in ('issue', 'question')
      and c.assignee_id = any(${[...cookies.keys()]}::bigint[])
      and not exists (select 1 from case_exclusions x where x.case_id = c.id)
    order by c.conversation_id is null, c.id % 1009, c.id limit ${wanted}`;
  let refused = 0;
  const sent: Promise<void>[] = [];
  const began = performance.now();
  for (const [place, one] of found.entries()) {
    const due = began + (place * 1000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    sent.push(change(one, place));
  }
  await Promise.all(sent);
  return refused;

  async function change({ reference, assigneeId, colleagueId, canReply }: Changing, place: number): Promise<void> {
    const [path, body] =
      place % 6 === 5 && colleagueId !== null
        ? ['assignment', { officerId: colleagueId, reason: 'Chia lại việc' }]
        : place % 6 < 2 && canReply
          ? ['replies', { text: 'Chúng tôi đang kiểm tra và trả lời Quý doanh nghiệp trong hôm nay.' }]
          : ['notes', { text: 'Đã xem hồ sơ, chờ kết quả đối chiếu với doanh nghiệp cảng.' }];
    sentAt.set(reference, performance.now());
    const answer = await fetch(`${url}/api/v1/cases/${reference}/${path}`, {
      method: 'POST',
      headers: { cookie: cookies.get(assigneeId) ?? '', origin: url, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    await answer.arrayBuffer();
    if (answer.ok) return;
    sentAt.delete(reference);
    refused += 1;
  }
}
