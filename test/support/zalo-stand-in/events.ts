import type { Pushed } from './webhook.ts';
import type { User, World } from './world.ts';

/** Posts what a person did. It counts as an interaction: the consultation window opens anew. */
export function pushDeed(world: World, user: User, content: Record<string, unknown>): Pushed {
  user.lastInteractionAt = world.now();
  return world.webhook.push(user.id, { user_id_by_app: user.idByApp, ...content });
}

/** Posts a message of a person. */
export function pushFromUser(world: World, user: User, eventName: string, message: Record<string, unknown>): Pushed {
  return pushDeed(world, user, {
    event_name: eventName,
    sender: { id: user.id },
    recipient: { id: world.account.oaId },
    message,
  });
}

/** Posts the echo of a message of the Official Account. */
export function pushEcho(world: World, user: User, eventName: string, message: Record<string, unknown>): void {
  world.webhook.push(user.id, {
    user_id_by_app: user.idByApp,
    event_name: eventName,
    sender: { id: world.account.oaId },
    recipient: { id: user.id },
    message,
  });
}

/** Posts that messages arrived or were seen. */
export function pushReceipt(world: World, user: User, eventName: string, message: Record<string, unknown>): Pushed {
  const oa = { id: world.account.oaId };
  const person = { id: user.id };
  const roles =
    world.settings.receiptSender === 'oa' ? { sender: oa, recipient: person } : { sender: person, recipient: oa };
  return world.webhook.push(user.id, {
    user_id_by_app: user.idByApp,
    event_name: eventName,
    ...roles,
    oa_id: world.account.oaId,
    message,
  });
}
