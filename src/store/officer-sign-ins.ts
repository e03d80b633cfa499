import { sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';

export interface OfficerSignInRow {
  officerId: number;
  /** A password is set. */
  hasPassword: boolean;
  /** The agency's directory knows the officer. */
  isBound: boolean;
  hasSecondFactor: boolean;
  /** In how many places the officer is signed in. */
  sessions: number;
  /** Until when an unused invitation opens. */
  invitedUntil: Date | null;
}

/**
 * How each officer who works here gets in. Invitations live by the desk's clock (`at`), sessions by the machine's
 * (`machineAt`).
 */
export async function officerSignIns(
  db: Db | Tx,
  { at, machineAt }: { at: Date; machineAt: Date },
): Promise<OfficerSignInRow[]> {
  const rows = await db.execute<{
    id: string;
    password: boolean;
    bound: boolean;
    factor: boolean;
    sessions: string;
    invited: string | Date | null;
  }>(sql`
    select o.id,
      exists (select 1 from account a join "user" u on u.id = a.user_id
        where u.officer_id = o.id and a.provider_id = 'credential') as password,
      exists (select 1 from account a join "user" u on u.id = a.user_id
        where u.officer_id = o.id and a.provider_id = 'directory') as bound,
      exists (select 1 from "user" u where u.officer_id = o.id and u.two_factor_enabled) as factor,
      (select count(*) from session s join "user" u on u.id = s.user_id
        where u.officer_id = o.id and s.expires_at > ${machineAt.toISOString()}::timestamptz) as sessions,
      (select max(i.expires_at) from sign_in_invitations i
        where i.officer_id = o.id and i.used_at is null and i.expires_at > ${at.toISOString()}::timestamptz) as invited
    from officers o where o.active order by o.id`);
  return rows.map(({ id, password, bound, factor, sessions, invited }) => ({
    officerId: Number(id),
    hasPassword: password,
    isBound: bound,
    hasSecondFactor: factor,
    sessions: Number(sessions),
    invitedUntil: invited === null ? null : new Date(invited),
  }));
}
