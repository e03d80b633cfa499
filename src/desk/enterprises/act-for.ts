import { NotFound } from '../../errors.ts';
import { setActingFor } from '../../store/enterprise-links.ts';
import { representedBy } from '../../store/represented.ts';
import type { Act } from '../act.ts';

/** The person says for which of their enterprises they act now. Any other is not there for them. */
export async function actFor(
  { tx, at }: Act,
  { contactId, enterpriseId }: { contactId: number; enterpriseId: number },
): Promise<void> {
  const represented = await representedBy(tx, contactId, at);
  if (!represented.some((each) => each.enterpriseId === enterpriseId)) throw new NotFound('doanh nghiệp này');
  await setActingFor(tx, contactId, enterpriseId);
}
