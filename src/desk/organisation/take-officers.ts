import { latest } from '../../rules/organisation/spans.ts';
import type { Role } from '../../rules/visibility/can-see.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { officerByEmail } from '../../store/organisation.ts';
import { type Post, postsOf } from '../../store/posts.ts';
import { unitHistories } from '../../store/units.ts';
import type { Act } from '../act.ts';
import type { Taken } from '../registry/taken.ts';
import { changePost } from './change-post.ts';
import { correctOfficer } from './correct-officer.ts';
import { createOfficer } from './create-officer.ts';
import { ifAllowed } from './if-allowed.ts';
import { unitWithCode } from './take-units.ts';

/** What a row of a list tells of an officer's post. Null where it does not say. */
export interface PostTold {
  name: string;
  email: string;
  title: string | null;
  role: Role | null;
  unitCode: string;
  /** The first day of the post. */
  from: string | null;
}

const defaultTitle = 'Công chức';

/** Enters officers with their posts, the earliest first, and changes what is there. A post that was entered before stays. */
export async function takeOfficers(current: Act, rows: readonly PostTold[]): Promise<Taken[]> {
  const taken = new Map<PostTold, Taken>();
  for (const row of rows.toSorted(byFirstDay))
    taken.set(row, await ifAllowed(current, row.email, (inner) => take(inner, row)));
  return rows.map((row) => taken.get(row) ?? 'unchanged');
}

// A post without a first day is the present one.
function byFirstDay(a: PostTold, b: PostTold): number {
  return (a.from ?? '9999') < (b.from ?? '9999') ? -1 : 1;
}

async function take(current: Act, row: PostTold): Promise<Taken> {
  const { tx, at, zone } = current;
  const unit = unitWithCode(await unitHistories(tx), row.unitCode);
  if (unit === undefined) {
    const because = 'Không có đơn vị với mã này. Hãy nhập danh sách đơn vị trước hoặc sửa mã.';
    return { column: 'Mã đơn vị', value: row.unitCode, because };
  }
  const validFrom = row.from ?? localDate(at, zone);
  const email = row.email.toLowerCase();
  const officer = await officerByEmail(tx, email);
  if (officer === null) {
    const { name, title, role } = row;
    const post = { unitId: unit.id, validFrom, title: title ?? defaultTitle, role: role ?? 'officer' } as const;
    await createOfficer(current, { name, email, ...post });
    return 'added';
  }
  const isRenamed = officer.name !== row.name;
  if (isRenamed) await correctOfficer(current, { officerId: officer.id, name: row.name });
  const posts = await postsOf(tx, officer.id);
  const says = (post: Post | null) =>
    post !== null &&
    post.unitId === unit.id &&
    (row.role === null || post.role === row.role) &&
    (row.title === null || post.title === row.title);
  if (says(latest(posts)) || posts.some((post) => post.validFrom === row.from && says(post)))
    return isRenamed ? 'changed' : 'unchanged';
  await changePost(current, {
    officerId: officer.id,
    validFrom,
    unitId: unit.id,
    ...(row.role === null ? {} : { role: row.role }),
    ...(row.title === null ? {} : { title: row.title }),
  });
  return 'changed';
}
