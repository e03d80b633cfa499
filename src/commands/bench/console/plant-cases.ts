import type { Sql } from 'postgres';
import { systemClock } from '../../../clock.ts';

/** How much a desk has in hand, and behind it. */
export interface Amounts {
  open: number;
  closed: number;
  enterprises: number;
}

const sentences = [
  'Tờ khai luồng vàng đã nộp đủ hồ sơ từ sáng nhưng chưa được thông quan, hàng đang lưu bãi.',
  'Hệ thống báo lỗi khi truyền tờ khai sửa đổi bổ sung, đề nghị hướng dẫn.',
  'Giá khai báo bị nghi ngờ, doanh nghiệp xin được tham vấn trong hôm nay.',
  'C/O mẫu D bị từ chối vì sai tiêu chí xuất xứ, đề nghị xem lại.',
  'Container chưa qua được khu vực giám sát tại cảng Đình Vũ dù đã thông quan.',
  'Mã HS của lô linh kiện ô tô cần được xác định lại theo kết quả phân tích.',
  'Xin xác nhận nộp thuế nhưng hệ thống chưa ghi nhận, hàng sắp hết hạn lưu kho.',
];
const trades = ['Vận tải', 'Nhựa', 'Dệt may', 'Điện tử', 'Thủy sản', 'Cơ khí', 'Hóa chất', 'Giấy', 'Nội thất', 'Ô tô'];
const names = [
  'Sao Xanh',
  'Đại Dương',
  'Hồng Bàng',
  'Tân Vũ',
  'An Lão',
  'Bạch Đằng',
  'Cát Hải',
  'Đình Vũ',
  'Thiên Long',
];
const categories = ['processing_delay', 'customs_valuation', 'origin_co', 'hs_classification', 'supervision_vasscm'];

/**
 * Stores cases with their ledgers, clocks and threads as the verbs would have left them: so many in hand, opened in the
 * last weeks and due around now; and those of the year behind them, whose promises are decided. The same each time but for
 * the present.
 */
export async function plantManyCases(sql: Sql, { open, closed, enterprises }: Amounts): Promise<void> {
  const now = systemClock.now();
  await sql`
    insert into enterprises (tax_code, name, created_at)
    select '02' || lpad(n::text, 8, '0'),
      'Công ty ' || (${trades}::text[])[1 + n % 10] || ' ' || (${names}::text[])[1 + (n / 10) % 9] || ' ' || n, ${now}
    from generate_series(1, ${enterprises}::int) n`;
  await plantBatch(sql, { prefix: 'VM-2027-', count: open, enterprises, now, isOpen: true });
  await plantBatch(sql, { prefix: 'VM-2020-', count: closed, enterprises, now, isOpen: false });
  await sql`
    insert into case_events (case_id, ordinal, type, by, at, detail, previous_hash, hash)
    select c.id, e.ordinal, e.type, '{"kind":"schedule","name":"bench"}', c.opened_at, e.detail, 'bench', 'bench'
    from cases c cross join lateral (values
      (1, 'opened', jsonb_build_object('kind', c.kind, 'category', c.category, 'urgent', c.urgent, 'officeCode', null,
        'declarationNo', c.declaration_no, 'policyId', c.policy_id, 'calendarId', c.calendar_id, 'level', 1)),
      (2, 'assigned', jsonb_build_object('officerId', c.assignee_id, 'unitId', c.unit_id, 'because', 'bench'))
    ) e (ordinal, type, detail)
    where c.reference like 'VM-2027-%' and c.last_hash = 'bench'`;
  await plantClocks(sql);
  // Chats to which answers can go, for some of them.
  await sql`
    insert into conversations (channel, account, address, is_group, dialogue, created_at, last_message_at)
    select 'webchat', 'webchat', 'do-tai-' || id, false, '{}', opened_at, opened_at
    from cases where last_hash = 'bench' and closed_at is null and id % 50 = 0`;
  await sql`
    update cases c set conversation_id = v.id, waiting_since = c.last_activity_at from conversations v
    where v.address = 'do-tai-' || c.id and c.last_hash = 'bench'`;
  await sql`
    insert into messages (case_id, author, text, at)
    select c.id, case m when 2 then 'officer' else 'person' end, c.description, c.opened_at + m * interval '20 minutes'
    from cases c, generate_series(1, 3) m where c.last_hash = 'bench' order by c.opened_at, m`;
  // Whom a report or verification is about, and a few others, must not learn of it.
  await sql`
    insert into case_exclusions (case_id, officer_id, because)
    select c.id, o.id, 'người bị phản ánh' from cases c
    join (select id, row_number() over (order by id) - 1 as place, count(*) over () as of from officers) o
      on o.place = c.id % o.of
    where c.last_hash = 'bench' and (c.kind in ('report', 'verification') or c.id % 100 = 0)`;
  await sql`
    insert into alerts (case_id, officer_id, kind, text, created_at, delivered_at)
    select c.id, h.id, 'raised', c.description, c.opened_at, c.opened_at from cases c
    join lateral (select id from officers o where o.unit_id = c.unit_id and o.role in ('unitHead', 'teamLead')
      order by id limit 1) h on true
    where c.last_hash = 'bench' and c.level > 1`;
  await sql`vacuum analyze`;
}

interface Batch {
  prefix: string;
  count: number;
  enterprises: number;
  now: Date;
  isOpen: boolean;
}

/** Everything about a case follows from its number, multiplied apart by primes. */
async function plantBatch(sql: Sql, { prefix, count, enterprises, now, isOpen }: Batch): Promise<void> {
  const minutes = isOpen ? 40 * 1440 : 360 * 1440;
  await sql`
    insert into cases (reference, kind, state, level, enterprise_id, is_verified, description, category, office_code,
      declaration_no, urgent, unit_id, assignee_id, policy_id, calendar_id, opened_at, resolved_at, closed_at, next_due_at,
      last_activity_at, last_ordinal, last_hash)
    select ${prefix}::text || lpad(n::text, 6, '0'),
      case when n * 7919 % 100 < 86 then 'issue' when n * 7919 % 100 < 96 then 'question' when n * 7919 % 100 < 98 then 'report'
        else 'verification' end,
      case when ${!isOpen} then 'closed' when n * 104729 % 10 < 6 then 'open' when n * 104729 % 10 < 8 then 'awaitingEnterprise'
        else 'resolved' end,
      case when n * 15485863 % 100 < 3 then 3 when n * 15485863 % 100 < 10 then 2 else 1 end,
      e.id, true,
      (${sentences}::text[])[1 + n * 31 % 7] || ' ' || (${sentences}::text[])[1 + n * 17 % 7] || ' Container '
        || 'TCLU' || lpad((n * 7919 % 10000000)::text, 7, '0') || '.',
      (${categories}::text[])[1 + n * 13 % 5], u.code, '10' || lpad((n * 7919 % 1000000000)::text, 9, '0') || '0', n % 10 = 0, u.unit_id,
      case when ${isOpen} and n * 611953 % 10 < 2 then null else s.id end, p.id, k.id,
      o.at, case when ${!isOpen} then o.at + interval '1 day' end, case when ${!isOpen} then o.at + interval '4 days' end,
      case when ${isOpen} then ${now}::timestamptz + ((n * 7919 % 14000)::int - 2000) * interval '1 minute' end,
      o.at + interval '1 hour', 2, 'bench'
    from generate_series(1::bigint, ${count}::bigint) n
    cross join (select min(id) as id from policies) p cross join (select min(id) as id from calendars) k
    cross join lateral (select ${now}::timestamptz - (n * 7919 % ${minutes}::int)::int * interval '1 minute' as at) o
    join (select id, row_number() over (order by id) - 1 as place from enterprises) e
      on e.place = (power(n * 7919 % 9973 / 9973.0, 3) * ${enterprises}::int)::int % ${enterprises}::int
    join (select min(code) as code, unit_id, row_number() over (order by unit_id) - 1 as place, count(*) over () as of
      from office_codes group by unit_id) u on u.place = n * 127 % u.of
    left join (select id, unit_id, row_number() over (partition by unit_id order by id) - 1 as place,
      count(*) over (partition by unit_id) as of from officers where role = 'officer' and email like 'do-tai-%') s
      on s.unit_id = u.unit_id and s.place = n * 211 % s.of`;
}

/** Three promises a case: what is in hand has met or missed the first and still owes the others. */
async function plantClocks(sql: Sql): Promise<void> {
  await sql`
    insert into clocks (case_id, kind, cycle, level, state, allowed_minutes, started_at, due_at, stopped_at, broken_at)
    select c.id, k.kind, 1, 1,
      case when w.is_missed then 'broken' when w.is_over then 'met' else 'running' end, k.minutes, c.opened_at,
      case when w.is_over then c.opened_at + k.minutes * interval '1 minute' else c.next_due_at end,
      case when w.is_over then c.opened_at + k.minutes * interval '1 minute' * (case when w.is_missed then 1.4 else 0.6 end) end,
      case when w.is_missed then c.opened_at + k.minutes * interval '1 minute' end
    from cases c cross join (values ('acknowledge', 30, 3), ('firstResponse', 120, 7), ('resolution', 2880, 11)) k (kind, minutes, often)
    cross join lateral (select c.closed_at is not null or k.kind = 'acknowledge' as is_over) o
    cross join lateral (select o.is_over, o.is_over and c.id * 7919 % 100 < k.often as is_missed) w
    where c.last_hash = 'bench'`;
}
