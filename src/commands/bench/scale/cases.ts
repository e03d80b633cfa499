import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Desk } from '../../../desk/act.ts';
import { viewerOf } from '../../../desk/visibility.ts';
import type { Viewer } from '../../../rules/visibility/can-see.ts';
import { caseCards, caseCounts } from '../../../store/case-lists.ts';
import { dueNext, endOfPage } from '../../../store/case-order.ts';
import { generatedYear } from '../../generate/declarations.ts';
import { drawing, type Random, randomOf } from '../../generate/random.ts';
import { percentile, rounded } from '../bench.ts';

const seed = 5;
const hour = 3_600_000;
const boxes = ['mine', 'unassigned', 'all'] as const;
const openShare = 0.04;
const categories = [
  'processing_delay',
  'customs_valuation',
  'origin_co',
  'hs_classification',
  'supervision_vasscm',
] as const;
const sentences = [
  'Tờ khai luồng vàng đã nộp đủ hồ sơ từ sáng nhưng chưa được thông quan, hàng đang lưu bãi.',
  'Hệ thống báo lỗi khi truyền tờ khai sửa đổi bổ sung, đề nghị hướng dẫn.',
  'Giá khai báo bị nghi ngờ, doanh nghiệp xin được tham vấn trong hôm nay.',
  'C/O mẫu D bị từ chối vì sai tiêu chí xuất xứ, đề nghị xem lại.',
  'Container chưa qua được khu vực giám sát tại cảng Đình Vũ dù đã thông quan.',
  'Mã HS của lô linh kiện ô tô cần được xác định lại theo kết quả phân tích.',
  'Xin xác nhận nộp thuế nhưng hệ thống chưa ghi nhận, hàng sắp hết hạn lưu kho.',
] as const;
const words = [
  'thông quan',
  'dinh vu',
  'hồ sơ',
  'o to',
  'tham vấn',
  'co mau d',
  'sao xanh',
  'nhua',
  '0299200',
  'VV-2025-01',
] as const;

/** The year's cases, and how long the inbox and the search take on them. */
export const scaleCases = {
  name: 'cases',
  async run({ desk, size, say }: { desk: Desk; size: 'small' | 'full'; say: (line: string) => void }) {
    const count = size === 'small' ? 600 : 60_000;
    await plantCases(desk, count);
    say(`Đã tạo ${count.toLocaleString('vi-VN')} vụ việc`);
    const queries = size === 'small' ? 60 : 300;
    const inbox = await inboxTimes(desk, queries);
    const search = await searchTimes(desk, queries);
    const [inboxP95Ms, searchP95Ms] = [inbox, search].map((times) => rounded(percentile(times, 0.95)));
    say(`Hộp việc p95 ${inboxP95Ms} ms; tìm kiếm p95 ${searchP95Ms} ms, chậm nhất ${rounded(search.at(-1) ?? 0)} ms`);
    return { inboxP95Ms: inboxP95Ms ?? 0, searchP95Ms: searchP95Ms ?? 0, cases: count };
  },
};

async function plantCases({ database: { sql } }: Desk, count: number): Promise<void> {
  const random = randomOf(seed, 'cases');
  const ids = async (query: Promise<{ id: string }[]>) => (await query).map(({ id }) => id);
  const enterprises = await ids(sql`select id from enterprises order by id`);
  const units = await ids(sql`select distinct unit_id as id from office_codes order by 1`);
  const officers = await sql<
    { id: string; unit_id: string }[]
  >`select id, unit_id from officers where role = 'officer' order by id`;
  const declarations = await sql<{ number: string }[]>`select number from declarations order by id limit ${count}`;
  const [policy] = await ids(sql`select id from policies order by id limit 1`);
  const [calendar] = await ids(sql`select id from calendars order by id limit 1`);
  const staff = Map.groupBy(officers, (officer) => officer.unit_id);
  const drawEnterprise = drawing(enterprises.map((_, place) => 1 / (place + 3)));

  function* caseLines(): Generator<string> {
    const begins = Date.UTC(generatedYear, 0, 2);
    for (let n = 1; n <= count; n += 1) {
      const openedAt = begins + ((n - 1) / count) * 360 * 24 * hour;
      const isOpen = n > count * (1 - openShare);
      const unit = units[random.whole(0, units.length - 1)] ?? '';
      const assignee = oneOf(random, staff.get(unit) ?? [])?.id ?? '\\N';
      const closedAt = new Date(openedAt + random.wait(20 * hour, 0.8)).toISOString();
      const description = `${random.oneOf(sentences)} ${random.oneOf(sentences)}`;
      yield `${[
        `VV-${generatedYear}-${String(n).padStart(6, '0')}`,
        random.happens(0.85) ? 'problem' : 'question',
        isOpen ? random.oneOf(['open', 'open', 'awaitingEnterprise', 'resolved']) : 'closed',
        1,
        enterprises[drawEnterprise(random)] ?? '\\N',
        true,
        description,
        random.oneOf(categories),
        '03EE',
        random.happens(0.7) ? (declarations[n - 1]?.number ?? '\\N') : '\\N',
        random.happens(0.1),
        unit,
        isOpen && random.happens(0.2) ? '\\N' : assignee,
        policy,
        calendar,
        new Date(openedAt).toISOString(),
        isOpen ? '\\N' : closedAt,
        isOpen ? '\\N' : closedAt,
        isOpen ? new Date(openedAt + random.wait(4 * hour, 1)).toISOString() : '\\N',
        closedAt,
      ].join('\t')}\n`;
    }
  }
  const columns = `reference, kind, state, level, enterprise_id, is_verified, description, category, office_code, declaration_no,
    urgent, unit_id, assignee_id, policy_id, calendar_id, opened_at, resolved_at, closed_at, next_due_at, last_activity_at`;
  await pipeline(Readable.from(caseLines()), await sql.unsafe(`copy cases (${columns}) from stdin`).writable());
  // Three messages a case, as the thread of most has them; the inbox shows the last.
  await sql`
    insert into messages (case_id, author, text, at)
    select id, case n when 2 then 'officer' else 'person' end, description, opened_at + n * interval '1 hour'
    from cases, generate_series(1, 3) n order by opened_at, n`;
  await sql`vacuum analyze`;
}

async function inboxTimes(desk: Desk, queries: number): Promise<number[]> {
  const { db } = desk.database;
  const now = new Date(Date.UTC(generatedYear, 11, 30));
  const viewers = await viewersOf(desk);
  const random = randomOf(seed, 'inbox');
  return timesOf(queries, async () => {
    const viewer = oneOf(random, viewers) ?? 'everything';
    const box = random.oneOf(boxes);
    const cards = await caseCards(db, viewer, { box }, { after: null, limit: 50, now });
    const last = cards.at(-1);
    if (last === undefined) await caseCounts(db, viewer, now);
    else {
      const after = endOfPage(last.row, dueNext);
      await caseCards(db, viewer, { box }, { after, limit: 50, now });
    }
  });
}

/** Over everything that was ever closed, by words with and without marks, parts of numbers and names of enterprises. */
async function searchTimes(desk: Desk, queries: number): Promise<number[]> {
  const { db } = desk.database;
  const now = new Date(Date.UTC(generatedYear, 11, 30));
  const viewers = await viewersOf(desk);
  const random = randomOf(seed, 'search');
  return timesOf(queries, async () => {
    const viewer = oneOf(random, viewers) ?? 'everything';
    const q = random.happens(0.3) ? `${random.oneOf(words)} ${random.oneOf(words)}` : random.oneOf(words);
    await caseCards(db, viewer, { box: 'all', state: 'any', q }, { after: null, limit: 50, now });
  });
}

async function viewersOf({ database: { sql, db } }: Desk): Promise<Viewer[]> {
  const officers = await sql<{ id: string }[]>`
    select id from officers where role in ('officer', 'unitHead', 'departmentLeader') order by id limit 60`;
  return db.transaction(async (tx) => {
    const viewers: Viewer[] = [];
    for (const { id } of officers) {
      const viewer = await viewerOf(tx, Number(id));
      if (viewer !== null) viewers.push(viewer);
    }
    return viewers;
  });
}

async function timesOf(queries: number, ask: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < queries; n += 1) {
    const started = performance.now();
    await ask();
    times.push(performance.now() - started);
  }
  return times.toSorted((a, b) => a - b);
}

function oneOf<Item>(random: Random, items: readonly Item[]): Item | undefined {
  return items[Math.floor(random.next() * items.length)];
}
