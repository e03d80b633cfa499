import { NotFound } from '../../errors.ts';
import type { PassingOn } from '../../rules/organisation/passing-on.ts';
import { endOn, latest } from '../../rules/organisation/spans.ts';
import { mayDo } from '../../rules/visibility/permissions.ts';
import { officerById } from '../../store/organisation.ts';
import { postsOf, savePosts } from '../../store/posts.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from './administrator.ts';
import { requireAnotherAdministrator } from './change-post.ts';
import { requireChoice } from './pass-on-cases.ts';
import { record } from './record.ts';
import { rowsOrRefusal } from './refuse-span.ts';
import { settleOfficer } from './settle-officer.ts';

/** The officer works here until the day before `validTo`. Without a choice, routing finds a new hand for each open case. */
export async function endPost(
  current: Act,
  input: { officerId: number; validTo: string; cases?: PassingOn },
): Promise<void> {
  const { tx } = current;
  const today = await asAdministrator(current, 'cho công chức nghỉ');
  const officer = await officerById(tx, input.officerId);
  if (officer === null) throw new NotFound('công chức');
  const posts = await postsOf(tx, officer.id);
  const cases = input.cases ?? { to: 'route' };
  const writes = rowsOrRefusal(endOn(posts, input.validTo), officer.name);
  const last = latest(posts);
  if (last !== null && mayDo(last, 'administer')) await requireAnotherAdministrator(current, officer.id);
  await requireChoice(current, officer.id, cases);
  await savePosts(tx, [...posts, ...writes.map((post) => ({ ...post, passingOn: cases }))]);
  await record(current, 'postEnded', { officerId: officer.id, validTo: input.validTo });
  await settleOfficer(current, officer.id, today);
}
