import type { Sql } from 'postgres';

const oldest = 13;

/** Throws one sentence if the server is older than PostgreSQL 13. */
export async function requireSupportedServer(sql: Sql): Promise<void> {
  const [server] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
  const complaint = complaintAboutVersion(server?.version ?? 0);
  if (complaint !== null) throw new Error(complaint);
}

/** What is wrong with a `server_version_num` such as 120022, or `null` from 130000 on. */
export function complaintAboutVersion(versionNumber: number): string | null {
  const major = Math.floor(versionNumber / 10_000);
  if (major >= oldest) return null;
  return `The database server is PostgreSQL ${major}; Đồng Hành needs PostgreSQL ${oldest} or newer.`;
}
