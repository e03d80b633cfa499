import type { Desk } from '../../desk/act.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { latestChangeId } from '../../store/live.ts';
import { countPromises } from '../../store/promise-cells.ts';
import { buildPages } from '../build-pages.ts';
import { type Bench, percentile, rounded } from './bench.ts';
import { openPages, statementsEach, timesOf } from './console/ask-pages.ts';
import { bareReads } from './console/bare-reads.ts';
import { compareHeard } from './console/compare-heard.ts';
import { firstTimes } from './console/first-paint.ts';
import { liveHour } from './console/live-hour.ts';
import { type Amounts, plantManyCases } from './console/plant-cases.ts';
import { type Person, plantPeople } from './console/plant-people.ts';
import { startProduct } from './console/product.ts';
import { scriptKb } from './console/script-size.ts';
import { openBenchDesk } from './server.ts';

const sizes = {
  small: { open: 10_000, closed: 6000, enterprises: 1000, seconds: 8, asked: 60, counted: 20 },
  full: { open: 100_000, closed: 60_000, enterprises: 5000, seconds: 30, asked: 300, counted: 40 },
};
const usualConsoles = 200;

/** What managers keep open beside the inbox; the period is the year behind today. */
const heavyPages = (today: string) => ({
  countsP95Ms: 'cases/counts',
  wallP95Ms: 'wall',
  todayP95Ms: 'today',
  complianceYearP95Ms: `compliance?from=${Temporal.PlainDate.from(today).subtract({ years: 1 })}&to=${today}`,
});

/**
 * A desk with 100,000 cases in hand and 60,000 behind it, one process of the product and so many open consoles (200 unless
 * told): pages are read while cases change and consoles hear of it; then page by page with nothing else going on. What each
 * console heard is held against the rows: a change lost over a reconnect, or told to whom it is kept from, fails the bench.
 */
export const benchConsole: Bench = async ({ size, say, consoles: count = usualConsoles }) => {
  const wanted = sizes[size];
  const pagesDirectory = await buildPages(say);
  // The server counts its statements for us; the product itself assumes no extension.
  const bench = await openBenchDesk(6, { shared_preload_libraries: 'pg_stat_statements' });
  const { database } = bench.desk;
  try {
    const people = await plant(bench.desk, wanted, count, say);
    const product = await startProduct(bench.url, bench.directory);
    try {
      const managers = people.filter((_, place) => (place + 1) % 20 >= 16);
      const pages = openPages(product.url, people, managers);
      await timesOf(20, pages.inbox);
      await timesOf(10, pages.search);
      const queriesPerPage = await statementsEach(database.sql, wanted.asked, pages.inbox);
      say(`Trang hộp việc: ${rounded(queriesPerPage)} câu truy vấn`);

      const sinceId = await latestChangeId(database.db);
      const before = await product.figures();
      const live = await liveHour({ url: product.url, sql: database.sql, people, pages, seconds: wanted.seconds });
      const after = await product.figures();
      const cpuSeconds = rounded(after.cpuSeconds - before.cpuSeconds);
      const { lost, leaked, due } = await compareHeard(bench.desk, live.consoles, sinceId);
      say(
        `${live.changes} thay đổi, ${live.consoles.length} trang: nghe p95 ${p95(live.heardMs)} ms, hiện p95 ${p95(live.shownMs)} ms, sót ${lost}, lộ ${leaked}`,
      );
      if (lost + leaked > 0)
        throw new Error(`${lost} of ${due} changes did not reach a console, ${leaked} reached a wrong one`);

      const ours = p95(await timesOf(wanted.asked, pages.inbox));
      const quietSearchP95Ms = p95(await timesOf(wanted.asked, pages.search));
      const reference = p95(await bareReads(database, wanted.asked));
      const heavy: Record<string, number> = {};
      const today = localDate(bench.desk.clock.now(), bench.desk.zone);
      for (const [name, path] of Object.entries(heavyPages(today)))
        heavy[name] = p95(await timesOf(wanted.counted, () => pages.read(path)));
      const [somebody] = people;
      const times = somebody === undefined ? null : await firstTimes(product.url, somebody);
      say(`Lúc vắng: hộp việc p95 ${ours} ms, tìm kiếm p95 ${quietSearchP95Ms} ms; đọc thuần p95 ${reference} ms`);
      return {
        ...{ name: 'console', ours, reference, ratio: rounded(ours / reference, 2) },
        ...{ inboxP95Ms: p95(live.inboxMs), searchP95Ms: p95(live.searchMs), visibleP95Ms: p95(live.shownMs) },
        ...{ scriptKb: rounded(await scriptKb(pagesDirectory)), heardP95Ms: p95(live.heardMs), quietSearchP95Ms },
        ...{
          queriesPerPage: rounded(queriesPerPage),
          paintMs: times === null ? 'no Chromium' : rounded(times.paintedMs, 0),
          readyMs: times === null ? 'no Chromium' : rounded(times.readyMs, 0),
          rssMb: rounded(after.memoryMb, 0),
          cpuSeconds,
        },
        ...{ consoles: count, changes: live.changes, refused: live.refused, heard: due, lost, leaked },
        ...heavy,
      };
    } finally {
      await product.stop();
    }
  } finally {
    await bench.close();
  }
};

async function plant(desk: Desk, amounts: Amounts, count: number, say: (line: string) => void): Promise<Person[]> {
  const { sql, db } = desk.database;
  const started = performance.now();
  await sql`create extension pg_stat_statements`;
  const people = await plantPeople(sql, db, count);
  await plantManyCases(sql, amounts);
  while ((await countPromises(db, desk.zone)) > 0);
  await sql`vacuum analyze`;
  const seconds = rounded((performance.now() - started) / 1000);
  say(`${amounts.open} vụ việc đang mở, ${amounts.closed} đã đóng, ${count} người: ${seconds} giây`);
  return people;
}

function p95(times: readonly number[]): number {
  return rounded(percentile(times, 0.95));
}
