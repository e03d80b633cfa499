import { createHmac } from 'node:crypto';
import type { Sql } from 'postgres';
import { systemClock } from '../../../clock.ts';
import { settledText } from '../../../store/access.ts';
import type { Db } from '../../../store/database.ts';

/** Somebody who has the console open, and what their browser sends with each request. */
export interface Person {
  officerId: number;
  cookie: string;
}

/**
 * Adds `count` officers to the units that answer for cases, in the proportions of a department, each signed in: of twenty
 * sixteen handle cases, two lead a unit, one leads the department or controls it.
 */
export async function plantPeople(sql: Sql, db: Db, count: number): Promise<Person[]> {
  const secret = await settledText(db, 'authSecret', () => 'bi mat cua phep do 0123456789abcdef');
  const until = new Date(systemClock.now().getTime() + 12 * 3_600_000);
  const rows = await sql<{ id: string }[]>`
    with places as (
      select unit_id, row_number() over (order by unit_id) - 1 as place, count(*) over () as places
      from (select distinct unit_id from office_codes) answering
    )
    insert into officers (name, title, email, role, unit_id)
    select 'Cán bộ đo tải ' || n, 'Công chức', 'do-tai-' || n || '@hq.example',
      case when n % 20 < 16 then 'officer' when n % 20 = 16 then 'teamLead' when n % 20 in (17, 18) then 'unitHead'
        when n % 40 = 19 then 'internalControl' else 'departmentLeader' end, p.unit_id
    from generate_series(1, ${count}::int) n join places p on p.place = n % p.places
    order by n returning id`;
  await sql`
    insert into "user" (id, name, email, email_verified, officer_id, created_at, updated_at)
    select 'do-tai-' || id, name, email, true, id, ${until}, ${until} from officers where email like 'do-tai-%'`;
  await sql`
    insert into session (id, token, user_id, expires_at, created_at, updated_at)
    select 'phien-' || id, 'the-phien-' || id, 'do-tai-' || id, ${until}, ${until}, ${until}
    from officers where email like 'do-tai-%'`;
  return rows.map(({ id }) => ({ officerId: Number(id), cookie: signedCookie(`the-phien-${id}`, secret) }));
}

/** As the sign-in signs the cookie that it sets. */
function signedCookie(token: string, secret: string): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return `better-auth.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
