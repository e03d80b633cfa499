import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Sql } from 'postgres';
import type { RatedSnapshot, RatingLevel, SubjectKind } from '../../../rules/rating/rating.ts';
import type { StepName } from '../../../rules/routing/step-in-question.ts';
import { drawing, type Random, randomOf } from '../../generate/random.ts';

/** Of the declarations concluded, so many are rated: 9.7 % in the first year of the department's own system. */
const ratedPerThousand = 97;
const seconds = 1000;
const day = 86_400 * seconds;

interface ConcludedDeclaration {
  id: number;
  number11: string;
  enterpriseId: number;
  unitId: number | null;
  concludedAt: Date;
  steps: { step: StepName; at: string; officerId: number | null; team: string | null }[];
}

// 95.5 % at 4 and 5 over the department.
const drawLevel = drawing([1.0, 1.3, 2.2, 27.5, 68.0]);
const drawLowLevel = drawing([22, 28, 50]);
const levels: readonly RatingLevel[] = [1, 2, 3, 4, 5];
const reasons = ['slow', 'attitude', 'unclear', 'extraDocuments'];

/**
 * Rates 9.7 % of the concluded declarations as enterprises did, some also naming an officer, a step or a team; the units
 * differ by a few points. The rows go in by COPY. Answers how many answers and how many rows.
 */
export async function loadRatedYear(sql: Sql, seed: number): Promise<{ answers: number; rows: number }> {
  let answers = 0;
  let rows = 0;
  async function* lines(): AsyncGenerator<string> {
    const random = randomOf(seed, 'ratings');
    for await (const declarations of concluded(sql, seed)) {
      let text = '';
      for (const declaration of declarations) {
        answers += 1;
        for (const line of rowsOf(random, declaration)) {
          rows += 1;
          text += line;
        }
      }
      yield text;
    }
  }
  const columns = `declaration_id, number11, enterprise_id, subject_kind, subject_key, level, reasons, rated_at, changed_at,
    is_during_procedure, counts, unit_id, snapshot`;
  const copy = await sql.unsafe(`copy ratings (${columns}) from stdin`).writable();
  await pipeline(Readable.from(lines()), copy);
  await sql`analyze ratings`;
  return { answers, rows };
}

async function* concluded(sql: Sql, seed: number): AsyncGenerator<ConcludedDeclaration[]> {
  const officers = new Map(
    (await sql<{ id: string; email: string }[]>`select id, lower(email) as email from officers`).map(
      ({ id, email }) => [email, Number(id)],
    ),
  );
  const cursor = sql<Record<string, string>[]>`
    select d.id, d.number11, d.enterprise_id, o.unit_id, d.steps::text as steps, d.state_at::text as at,
      round(extract(epoch from d.state_at) * 1000)::bigint::text as ms
    from declarations d left join office_codes o on o.code = d.office_code
    where d.state in ('released', 'stored', 'cleared') and d.enterprise_id is not null
      and abs(hashtext(d.number11 || ${String(seed)})) % 1000 < ${ratedPerThousand}`.cursor(5000);
  for await (const found of cursor) {
    yield found.map((row) => {
      const steps: { step: StepName; at: string; officerEmail: string | null; team?: string | null }[] = JSON.parse(
        row.steps ?? '[]',
      );
      return {
        id: Number(row.id),
        number11: row.number11 ?? '',
        enterpriseId: Number(row.enterprise_id),
        unitId: row.unit_id === null ? null : Number(row.unit_id),
        concludedAt: new Date(Number(row.ms)),
        steps: steps.map(({ step, at, officerEmail, team = null }) => ({
          step,
          at,
          officerId: officers.get(officerEmail?.toLowerCase() ?? '') ?? null,
          team,
        })),
      };
    });
  }
}

function* rowsOf(random: Random, declaration: ConcludedDeclaration): Generator<string> {
  const { unitId, steps } = declaration;
  const ratedAt = new Date(declaration.concludedAt.getTime() + Math.min(14 * day, random.wait(5400 * seconds, 1.4)));
  const snapshot: RatedSnapshot = { unitId, steps: steps.map((step) => ({ ...step, unitId })) };
  const isHard = random.happens(((unitId ?? 0) % 5) * 0.004);
  const level = isHard ? (levels[drawLowLevel(random)] ?? 3) : (levels[drawLevel(random)] ?? 5);
  const row = (kind: SubjectKind, key: string, given: RatingLevel): string =>
    `${[
      declaration.id,
      declaration.number11,
      declaration.enterpriseId,
      kind,
      escaped(key),
      given,
      JSON.stringify(given <= 3 && random.happens(0.7) ? [reasons[random.whole(0, 3)]] : []),
      ratedAt.toISOString(),
      ratedAt.toISOString(),
      'f',
      't',
      unitId ?? '\\N',
      escaped(JSON.stringify(snapshot)),
    ].join('\t')}\n`;
  yield row('declaration', '', level);
  const step = steps[random.whole(0, Math.max(0, steps.length - 1))];
  if (step === undefined) return;
  if (step.officerId !== null && random.happens(0.12)) yield row('officer', String(step.officerId), level);
  if (random.happens(0.06)) yield row('step', step.step, level);
  if (step.team !== null && random.happens(0.05)) yield row('team', step.team, level);
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n');
}

/** Opens, decides and tells the verifications of low ratings, most of them in time, in a few statements. */
export async function loadVerifications(sql: Sql): Promise<number> {
  await sql.begin(async (tx) => {
    await tx`
      create temporary table low_ratings on commit drop as
      select r.id, r.enterprise_id, r.rated_at, r.unit_id, row_number() over (order by r.id) as n,
        (select min(id) from units where parent_id is null) as top
      from ratings r where r.subject_kind = 'declaration' and r.level <= 2`;
    await tx`
      insert into cases (reference, kind, state, level, is_verified, description, category, urgent, unit_id, policy_id,
        calendar_id, opened_at, last_activity_at, enterprise_id)
      select 'XM-2025-' || lpad(n::text, 6, '0'), 'verification', 'closed', 1, true, '', 'other_issue', false,
        coalesce(unit_id, top), (select min(id) from policies), (select min(id) from calendars), rated_at, rated_at, enterprise_id
      from low_ratings`;
    await tx`
      insert into verifications (case_id, rating_id, outcome, decided_at, told_at)
      select c.id, l.id, 'unclear', l.rated_at + interval '1 day' * (1 + l.n % 4), l.rated_at + interval '1 day' * (1 + l.n % 9)
      from low_ratings l join cases c on c.reference = 'XM-2025-' || lpad(l.n::text, 6, '0')`;
    await tx`
      insert into verification_ratings (case_id, rating_id, added_at)
      select v.case_id, v.rating_id, l.rated_at from verifications v join low_ratings l on l.id = v.rating_id`;
  });
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from verifications`;
  return row?.n ?? 0;
}
