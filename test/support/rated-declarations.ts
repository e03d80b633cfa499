import type { TestDesk } from './desk.ts';

interface Planting {
  count: number;
  /** The first day on which one is cleared, and over how many days they are spread. */
  from: string;
  days: number;
  /** Where the numbers go on. */
  first?: number;
}

/**
 * Cleared declarations with a log of steps by officers of the small organisation, two thirds of the desk's enterprise and
 * the others of four more, as many statements as tables.
 */
export async function plantDeclarations(desk: TestDesk, { count, from, days, first = 0 }: Planting): Promise<void> {
  const { sql } = desk.database;
  const { lan, tuan, minh, dung } = desk.organisation.officers;
  const at = desk.clock.now();
  await sql`
    insert into enterprises (tax_code, name, created_at)
    select '02000000' || n, 'Doanh nghiệp thử ' || n, ${at} from generate_series(11, 14) n on conflict do nothing`;
  const emails = [lan.email, tuan.email, minh.email, dung.email];
  await sql`
    with planted as (
      insert into declarations (number11, number, enterprise_id, office_code, channel, state, registered_at, state_at, steps)
      select '1' || lpad(n::text, 10, '0'), '1' || lpad(n::text, 10, '0') || '0',
        case when n % 3 < 2 then ${desk.organisation.enterprise.id}::bigint
          else (select id from enterprises where tax_code = '02000000' || (11 + n / 3 % 4)) end,
        case n % 7 when 0 then null when 1 then '03CC' when 2 then '03CC' else '03TG' end, 'yellow', 'cleared',
        c.at - interval '5 hours', c.at,
        jsonb_build_array(
          jsonb_build_object('step', 'documentCheck', 'at', c.at - interval '3 hours',
            'officerEmail', (${sql.array(emails)}::text[])[1 + n % 4], 'team', 'Đội ' || n % 2),
          jsonb_build_object('step', 'cleared', 'at', c.at, 'officerEmail', null))
      from generate_series(${first + 1}::int, ${first + count}::int) n
      cross join lateral (select (${from}::text::date + (n % ${days}::int))::timestamp at time zone ${desk.zone}
        + interval '8 hours' + interval '1 minute' * (n % 530) as at) c
      returning id, state_at
    )
    insert into declaration_changes (declaration_id, "from", "to", at, recorded_at)
    select id, null, 'cleared', state_at, state_at from planted order by id`;
}
