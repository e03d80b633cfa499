import { enterpriseById, setSharing } from '../../store/enterprise-links.ts';
import type { Act } from '../act.ts';
import { asOwnerOrKeeper } from './owner.ts';
import { recordLinking } from './record.ts';

/** Whether the people of an enterprise see one another's cases from now on. What concerns conduct is never shared. */
export async function shareCases(
  current: Act,
  { enterpriseId, sharesCases }: { enterpriseId: number; sharesCases: boolean },
): Promise<void> {
  await asOwnerOrKeeper(current, enterpriseId, 'đổi cách xem hồ sơ của doanh nghiệp');
  if ((await enterpriseById(current.tx, enterpriseId)).sharesCases === sharesCases) return;
  await setSharing(current.tx, enterpriseId, sharesCases);
  await recordLinking(current, 'sharingChanged', { enterpriseId, sharesCases });
}
