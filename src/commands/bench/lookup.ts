import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { demonstrationTexts } from '../../knowledge/demonstration/demonstration.ts';
import type { AppendixDocument } from '../../knowledge/document.ts';
import { buildIndex } from '../../knowledge/search/build-index.ts';
import { lookUp } from '../../knowledge/search/look-up.ts';
import { fold } from '../../rules/identity/fold.ts';
import { openEmbeddedServer } from '../../store/embedded.ts';
import { referenceOver } from '../evaluation/look-up.ts';
import { randomOf } from '../generate/random.ts';
import { type Bench, percentile, rounded } from './bench.ts';
import { recombined, someQuestions } from './lookup-documents.ts';

const seed = 20_200_217;
const fewer = 60;

/** Look-ups a second over 10,000 articles, beside MiniSearch and PostgreSQL's full text over the same articles and questions. */
export const benchLookup: Bench = async ({ size, say }) => {
  const random = randomOf(seed, 'lookup');
  const articles = size === 'small' ? 2_000 : 10_000;
  const texts = (await demonstrationTexts()).map(({ document }) => document);
  const documents = recombined(texts, articles, random);
  const questions = someQuestions(documents, size === 'small' ? 300 : 1_500, random, fold);

  say(`Lập chỉ mục ${articles} điều (hạt giống ${seed}) …`);
  const began = performance.now();
  const index = buildIndex(documents);
  const buildMs = performance.now() - began;
  const ours = await timed(questions, (question) => lookUp(index, question));
  say(`Của ta: ${said(ours)}`);

  // The references take their time; fewer questions show their rate as well.
  const search = referenceOver(documents);
  const mini = await timed(questions.slice(0, fewer), search);
  say(`MiniSearch: ${said(mini)}`);

  const fullText = await timedInPostgres(documents, questions.slice(0, fewer));
  say(`PostgreSQL: ${said(fullText)}`);

  return {
    name: 'lookup',
    ours: rounded(ours.perSecond),
    reference: rounded(mini.perSecond),
    ratio: rounded(ours.perSecond / mini.perSecond, 2),
    p95Ms: rounded(ours.p95Ms, 2),
    referenceP95Ms: rounded(mini.p95Ms, 2),
    postgresPerSecond: rounded(fullText.perSecond),
    postgresP95Ms: rounded(fullText.p95Ms, 2),
    buildMs: Math.round(buildMs),
    rssMb: Math.round(process.memoryUsage.rss() / 1024 / 1024),
  };
};

interface Timed {
  perSecond: number;
  p95Ms: number;
}

async function timed(questions: readonly string[], ask: (question: string) => unknown): Promise<Timed> {
  for (const question of questions.slice(0, 20)) await ask(question);
  const each: number[] = [];
  for (const question of questions) {
    const began = performance.now();
    await ask(question);
    each.push(performance.now() - began);
  }
  const total = each.reduce((sum, milliseconds) => sum + milliseconds, 0);
  return {
    perSecond: (1000 * each.length) / total,
    p95Ms: percentile(
      each.toSorted((a, b) => a - b),
      0.95,
    ),
  };
}

function said({ perSecond, p95Ms }: Timed): string {
  return `${Math.round(perSecond)} câu/giây, p95 ${p95Ms.toFixed(2)} ms`;
}

/** Folded words in the `simple` configuration, any of them, by `ts_rank_cd`: what there is without extensions. */
async function timedInPostgres(documents: readonly AppendixDocument[], questions: readonly string[]): Promise<Timed> {
  const directory = await mkdtemp(join(tmpdir(), 'dong-hanh-bench-'));
  const server = await openEmbeddedServer({ dataDirectory: directory, say: () => undefined });
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
  try {
    const rows = documents.flatMap(({ code, title, articles }) =>
      articles.map(({ number, heading, clauses }) => ({
        id: `${code}/${number}`,
        words: fold([title, heading, ...clauses.map(({ text }) => text)].join(' ')),
      })),
    );
    await sql`create table articles (id text, words tsvector)`;
    for (let at = 0; at < rows.length; at += 1_000) {
      await sql`insert into articles select r.id, to_tsvector('simple', r.words)
        from json_to_recordset(${JSON.stringify(rows.slice(at, at + 1_000))}::text::json) as r(id text, words text)`;
    }
    await sql`create index on articles using gin (words)`;
    await sql`analyze articles`;
    return await timed(questions, (question) => {
      const anyOf = (fold(question).match(/[\p{L}\p{N}]+/gu) ?? []).join(' | ');
      return sql`select id from articles, to_tsquery('simple', ${anyOf}) q where words @@ q
        order by ts_rank_cd(words, q) desc limit 5`;
    });
  } finally {
    await sql.end();
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
