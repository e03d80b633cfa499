import { eq } from 'drizzle-orm';
import { changePost, type PostChange } from '../../../src/desk/organisation/change-post.ts';
import { endPost } from '../../../src/desk/organisation/end-post.ts';
import { alerts, cases } from '../../../src/store/schema/cases.ts';
import { asAdministrator } from '../../support/administration.ts';
import type { TestDesk } from '../../support/desk.ts';

export const newcomer = {
  name: 'Ngô Văn Quyền',
  title: 'Công chức giám sát',
  email: ' Quyen@haiquan.example ',
  role: 'officer' as const,
};

/** An administrator gives the officer another post. */
export async function move(desk: TestDesk, change: PostChange): Promise<void> {
  return asAdministrator(desk, (current) => changePost(current, change));
}

/** The officer has no post from the day on. */
export async function leave(desk: TestDesk, officerId: number, validTo: string): Promise<void> {
  return asAdministrator(desk, (current) => endPost(current, { officerId, validTo }));
}

/** Who holds each case, in the order of the cases. */
export async function assignees(desk: TestDesk): Promise<(number | null)[]> {
  const rows = await desk.database.db.select({ id: cases.assigneeId }).from(cases).orderBy(cases.id);
  return rows.map(({ id }) => id);
}

export async function alertsOf(desk: TestDesk, officerId: number) {
  return desk.database.db.select().from(alerts).where(eq(alerts.officerId, officerId));
}
