import { Conflict, NotFound } from '../../errors.ts';
import type { PassingOn } from '../../rules/organisation/passing-on.ts';
import { changeFrom, latest } from '../../rules/organisation/spans.ts';
import type { Role } from '../../rules/visibility/can-see.ts';
import { mayDo } from '../../rules/visibility/permissions.ts';
import { officerById } from '../../store/organisation.ts';
import { otherAdministrators, type Post, postsOf, savePosts } from '../../store/posts.ts';
import { unitHistories } from '../../store/units.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from './administrator.ts';
import { requireChoice } from './pass-on-cases.ts';
import { record } from './record.ts';
import { rowsOrRefusal } from './refuse-span.ts';
import { settleOfficer } from './settle-officer.ts';
import { requireLasting } from './unit-history.ts';

export interface PostChange {
  officerId: number;
  validFrom: string;
  unitId?: number;
  role?: Role;
  title?: string;
  /** Needed when an officer who holds open cases goes to another unit. */
  cases?: PassingOn;
}

/** Another unit, role or title from a date on. What was done before stays with the unit of that day. */
export async function changePost(current: Act, input: PostChange): Promise<void> {
  const { tx } = current;
  const today = await asAdministrator(current, 'điều động công chức');
  const officer = await officerById(tx, input.officerId);
  if (officer === null) throw new NotFound('công chức');
  const posts = await postsOf(tx, officer.id);
  const before = latest(posts);
  if (before === null) throw new Conflict('ended', `${officer.name} đã nghỉ, không thể điều động.`);
  const next: Post = {
    ...before,
    unitId: input.unitId ?? before.unitId,
    role: input.role ?? before.role,
    title: input.title ?? before.title,
    validFrom: input.validFrom,
    passingOn: null,
  };
  const writes = rowsOrRefusal(changeFrom(posts, next), officer.name);
  if (next.unitId === before.unitId && next.role === before.role && next.title === before.title)
    throw new Conflict('nothingChanges', `${officer.name} đang giữ đúng vị trí này, không có gì thay đổi.`);
  if (mayDo(before, 'administer') && !mayDo(next, 'administer')) await requireAnotherAdministrator(current, officer.id);
  if (next.unitId !== before.unitId) {
    requireLasting(
      (await unitHistories(tx)).find(({ id }) => id === next.unitId),
      input.validFrom,
    );
    await requireChoice(current, officer.id, input.cases ?? (input.validFrom > today ? { to: 'queue' } : undefined));
  }

  const closed = writes.map((post) => (post.validTo === null ? post : { ...post, passingOn: input.cases ?? null }));
  await savePosts(tx, [...posts, ...closed]);
  await record(current, 'postChanged', {
    officerId: officer.id,
    validFrom: input.validFrom,
    unitId: { before: before.unitId, after: next.unitId },
    role: { before: before.role, after: next.role },
    retitled: next.title !== before.title,
  });
  await settleOfficer(current, officer.id, today);
}

/** Refuses to leave the installation without anybody who could look after it. */
export async function requireAnotherAdministrator({ tx }: Act, officerId: number): Promise<void> {
  if ((await otherAdministrators(tx, officerId)) === 0)
    throw new Conflict('lastAdministrator', 'Đây là quản trị viên cuối cùng. Cần bổ nhiệm quản trị viên khác trước.');
}
