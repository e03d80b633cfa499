import { readsDeliveries } from './contract/reading.ts';
import { rendersMessages } from './contract/rendering.ts';
import type { Answer, Rig } from './contract/rig.ts';
import { sendsParts } from './contract/sending.ts';

export { withDamage } from './contract/damage.ts';
export type { Answer, Rig } from './contract/rig.ts';

/**
 * What the desk may rely on, whichever platform the person writes from. `lacks` names the answers that this platform
 * cannot give.
 */
export function behavesAsAChannel(open: () => Promise<Rig>, lacks: readonly Answer[] = []): void {
  readsDeliveries(open);
  rendersMessages(open);
  sendsParts(open, lacks);
}
