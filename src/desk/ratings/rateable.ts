import { NotFound } from '../../errors.ts';
import { declarationKey } from '../../rules/identity/declaration-number.ts';
import type { RatedSnapshot } from '../../rules/rating/rating.ts';
import { type PostedOfficer, snapshotOf } from '../../rules/rating/subjects.ts';
import { conversationById } from '../../store/conversations.ts';
import { type DeclarationRow, declarationAmong } from '../../store/declarations.ts';
import { officeByCode } from '../../store/organisation.ts';
import { postsOf } from '../../store/posts.ts';
import { officersOfEmails } from '../../store/ratings.ts';
import { representedBy } from '../../store/represented.ts';
import type { Act } from '../act.ts';

/** A declaration of somebody's own, with the enterprise that the rating is given for. */
export interface OwnDeclaration {
  declaration: DeclarationRow;
  enterpriseId: number;
}

/**
 * The declaration under this number if it is of an enterprise that the one who acts speaks for. Somebody else's and one that
 * nobody knows are not found, in the same words.
 */
export async function ownDeclaration(current: Act, number: string): Promise<OwnDeclaration> {
  const { tx, at, by } = current;
  const notFound = new NotFound('tờ khai này');
  if (by.kind !== 'contact') throw notFound;
  const { contactId, officerId } = await conversationById(tx, by.conversationId);
  if (contactId === null || officerId !== null) throw notFound;
  const own = (await representedBy(tx, contactId, at)).map(({ enterpriseId }) => enterpriseId);
  const declaration = await declarationAmong(tx, own, declarationKey(number));
  if (declaration === null || declaration.enterpriseId === null) throw notFound;
  return { declaration, enterpriseId: declaration.enterpriseId };
}

/** Who did what on the declaration, each officer with the unit they were in on that day. */
export async function snapshotNow({ tx, zone }: Act, { steps, officeCode }: DeclarationRow): Promise<RatedSnapshot> {
  const office = officeCode === null ? null : await officeByCode(tx, officeCode);
  const emails = [...new Set(steps.flatMap(({ officerEmail }) => officerEmail?.toLowerCase() ?? []))];
  const people = new Map<string, PostedOfficer>();
  for (const [email, officerId] of await officersOfEmails(tx, emails))
    people.set(email, { officerId, posts: await postsOf(tx, officerId) });
  return snapshotOf(steps, office?.unitId ?? null, (email) => people.get(email), zone);
}
