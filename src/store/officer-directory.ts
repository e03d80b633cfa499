import { type SQL, sql } from 'drizzle-orm';
import type { Role } from '../rules/visibility/can-see.ts';
import type { Db, Tx } from './database.ts';

export interface DirectoryEntry {
  id: number;
  name: string;
  email: string;
  title: string;
  role: Role;
  unitId: number;
  unitName: string;
}

/**
 * One page, by id, of the officers who hold a post on `date`, with that post. Whoever never changed posts has held the
 * present one since their unit began.
 */
export async function officersOn(
  db: Db | Tx,
  date: string,
  filter: { unitId?: number | undefined; id?: number },
  page: { afterId: number; limit: number },
): Promise<DirectoryEntry[]> {
  const conditions: SQL[] = [sql`o.id > ${page.afterId}`];
  if (filter.id !== undefined) conditions.push(sql`o.id = ${filter.id}`);
  if (filter.unitId !== undefined) conditions.push(sql`coalesce(p.unit_id, o.unit_id) = ${filter.unitId}`);
  const rows = await db.execute<{ [Column in keyof DirectoryEntry]: string }>(sql`
    select o.id, o.name, o.email, coalesce(p.title, o.title) as title, coalesce(p.role, o.role) as role,
      u.id as "unitId", coalesce(v.name, u.name) as "unitName"
    from officers o
    left join officer_posts p on p.officer_id = o.id and ${holdsOn(sql`p`, date)}
    join units u on u.id = coalesce(p.unit_id, o.unit_id)
    left join unit_versions v on v.unit_id = u.id and ${holdsOn(sql`v`, date)}
    where (p.id is not null or (o.active and u.valid_from <= ${date}
        and not exists (select 1 from officer_posts x where x.officer_id = o.id)))
      and ${sql.join(conditions, sql` and `)}
    order by o.id limit ${page.limit}`);
  return rows.map((row) => ({
    ...row,
    id: Number(row.id),
    unitId: Number(row.unitId),
    // The column holds nothing else.
    role: row.role as Role,
  }));
}

function holdsOn(table: SQL, date: string): SQL {
  return sql`${table}.valid_from <= ${date} and (${table}.valid_to is null or ${table}.valid_to > ${date})`;
}
