import type { Sql } from 'postgres';
import { systemClock } from '../../clock.ts';
import type { ClockKind } from '../../rules/case/words.ts';
import { defaultPolicies } from '../../rules/escalation/defaults.ts';
import type { Policy } from '../../rules/escalation/policy.ts';
import { haiPhong20252027 } from '../../rules/working-time/data/hai-phong-2025-2027.ts';
import { overrideFor, roundTheClock } from '../../rules/working-time/override-for.ts';

/** Cases opened at one distance from the moment at which one step of theirs falls due. */
export interface Kind {
  name: 'idle' | 'remind' | 'tellManager' | 'raise';
  /** The step that falls due while we measure; null for a case whose steps all lie in the future. */
  due: { clock: ClockKind; step: string } | null;
  isTaken: boolean;
}

export const kinds: Record<Kind['name'], Kind> = {
  idle: { name: 'idle', due: null, isTaken: true },
  remind: { name: 'remind', due: { clock: 'firstResponse', step: 'reminder' }, isTaken: true },
  tellManager: { name: 'tellManager', due: { clock: 'acknowledge', step: 'untaken' }, isTaken: false },
  raise: { name: 'raise', due: { clock: 'firstResponse', step: 'broken' }, isTaken: true },
};

/** Steps of a taken case that still wait: two of the answer, two of the resolution. */
export const armedACase = 4;

const policyName = 'Vướng mắc về thủ tục';

/** The policy and a calendar that never closes, so that steps fall due whenever the bench is run. */
export async function benchRules(sql: Sql): Promise<{ policyId: number; calendarId: number; policy: Policy }> {
  const policy = defaultPolicies.find(({ name }) => name === policyName);
  if (policy === undefined) throw new Error(`There is no default policy "${policyName}"`);
  const [stored] = await sql<{ id: number }[]>`select id from policies where definition->>'name' = ${policyName}`;
  const thisYear = systemClock.now().getUTCFullYear();
  const calendar = overrideFor(
    {
      ...haiPhong20252027,
      datedDays: [],
      years: [-1, 0, 1].map((n) => ({ year: thisYear + n, standing: 'approved' })),
    },
    roundTheClock('bench'),
  );
  const [inserted] = await sql<{ id: number }[]>`
    insert into calendars (definition, proposed_by) values (${JSON.stringify(calendar)}::text::jsonb, 'bench') returning id`;
  return { policyId: Number(stored?.id), calendarId: Number(inserted?.id), policy };
}

/**
 * Stores `count` cases with their ledgers, clocks and steps exactly as the verbs would have left them. The n-th case's
 * step falls due `everyMilliseconds` × n after `dueFrom`; an idle case was opened at `dueFrom`, spread in the same way.
 */
export async function armCases(
  sql: Sql,
  rules: Awaited<ReturnType<typeof benchRules>>,
  { kind, count, dueFrom, everyMilliseconds }: { kind: Kind; count: number; dueFrom: Date; everyMilliseconds: number },
): Promise<void> {
  const { policyId, calendarId, policy } = rules;
  const steps = policy.clocks.flatMap(({ kind: clock, minutes, ladder }) =>
    ladder.map(({ name, percent, act }) => ({
      clock,
      step: name,
      act,
      after: (minutes[1] * 60_000 * percent) / 100,
    })),
  );
  const due = steps.find(({ clock, step }) => clock === kind.due?.clock && step === kind.due.step);
  const before = due?.after ?? 0;
  const clocks = policy.clocks.map(({ kind: clock, minutes, source }) => ({ clock, minutes: minutes[1], source }));
  await sql.begin(async (tx) => {
    await tx`
      create temp table bench_cases on commit drop as
      select row_number() over () as n, nextval(pg_get_serial_sequence('cases', 'id')) as id,
             ${dueFrom}::timestamptz + ((g * ${everyMilliseconds}::float8 - ${before}::float8) * interval '1 millisecond') as opened_at
        from generate_series(0, ${count - 1}::int) g`;
    await tx`
      insert into cases (id, reference, kind, state, level, enterprise_id, contact_id, conversation_id, is_verified, description,
                         category, urgent, unit_id, assignee_id, policy_id, calendar_id, opened_at, next_due_at,
                         last_activity_at, last_ordinal, last_hash)
      overriding system value
      select b.id, 'VM-BENCH-' || b.id, 'issue', 'open', 1, chat.enterprise_id, chat.contact_id, chat.id, true,
             'Tờ khai nộp đủ chứng từ từ sáng mà chưa duyệt', 'processing_delay', false, officer.unit_id, officer.id,
             ${policyId}, ${calendarId}, b.opened_at, b.opened_at + interval '2 hours', b.opened_at, 2 + ${kind.isTaken ? 1 : 0}, 'bench'
        from bench_cases b
        join (select c.id, c.contact_id, p.enterprise_id, row_number() over (order by c.id) - 1 as n, count(*) over () as of
                from conversations c join contacts p on p.id = c.contact_id) chat on chat.n = b.n % chat.of
        join (select o.id, o.unit_id, row_number() over (order by o.id) - 1 as n, count(*) over () as of
                from officers o where o.role = 'officer' and o.active) officer on officer.n = b.n % officer.of`;
    await tx`
      insert into case_events (case_id, ordinal, type, by, at, detail, previous_hash, hash)
      select c.id, e.ordinal, e.type, '{"kind":"schedule","name":"bench"}', c.opened_at + e.after, e.detail, 'bench', 'bench'
        from bench_cases b join cases c on c.id = b.id
        cross join lateral (values
          (1, 'opened', interval '0', jsonb_build_object('kind', 'issue', 'category', c.category, 'urgent', false,
             'officeCode', null, 'declarationNo', null, 'policyId', c.policy_id, 'calendarId', c.calendar_id, 'level', 1)),
          (2, 'assigned', interval '0', jsonb_build_object('officerId', c.assignee_id, 'unitId', c.unit_id, 'because', 'bench')),
          (3, 'taken', interval '1 minute', jsonb_build_object('officerId', c.assignee_id))
        ) e (ordinal, type, after, detail)
       where e.ordinal <= 2 or ${kind.isTaken}`;
    for (const { clock, minutes } of clocks) {
      const isMet = clock === 'acknowledge' && kind.isTaken;
      await tx`
        insert into clocks (case_id, kind, cycle, level, state, allowed_minutes, started_at, due_at, stopped_at)
        select id, ${clock}, 1, 1, ${isMet ? 'met' : 'running'}, ${minutes}, opened_at, opened_at + ${minutes}::int * interval '1 minute',
               case when ${isMet} then opened_at + interval '1 minute' end
          from bench_cases`;
    }
    for (const { clock, step, act, after } of steps) {
      const isCancelled = clock === 'acknowledge' && kind.isTaken;
      const isFired = !isCancelled && after < before;
      await tx`
        insert into ladder_steps (case_id, clock, cycle, step, act, due_at, fired_at, cancelled_at, cancelled_because)
        select id, ${clock}, 1, ${step}, ${act}, opened_at + ${after}::float8 * interval '1 millisecond',
               case when ${isFired} then opened_at + ${after}::float8 * interval '1 millisecond' end,
               case when ${isCancelled} then opened_at + interval '1 minute' end,
               case when ${isCancelled} then 'taken' end
          from bench_cases`;
    }
  });
}
