import { openAttachments, type Sending } from './attachments.ts';
import { pushDeed, pushFromUser, pushReceipt } from './events.ts';
import { waitFor } from './wait-for.ts';
import type { Outcome, Pushed } from './webhook.ts';
import type { Button, OaMessage, TemplateMessage, User, World } from './world.ts';

/** What a person did. `delivered` resolves once the webhook has answered 200 or Zalo has given up. */
export interface Sent extends Pushed {
  msgId: string;
}

/** A press on a button: of a query it is a message, of any other button the address or number that opens. */
export interface Pressed {
  sent: Sent | null;
  opens: string | null;
  delivered: Promise<Outcome>;
}

/** Details that a person fills in; the phone may differ from the one of the account. */
export interface SubmittedInfo {
  name: string;
  phone: string;
  address?: string;
  [field: string]: string | undefined;
}

export interface Person {
  readonly userId: string;
  readonly name: string;
  readonly phone: string | null;
  /** What the Official Account said, oldest first. */
  readonly received: readonly OaMessage[];
  /** The icons that the Official Account put on a message. */
  reactionsOn(messageId: string): readonly string[];
  follows(source?: 'oa_profile' | 'message_invite' | 'social_plugin'): Pushed;
  unfollows(): Pushed;
  /** Opens the chat; Zalo reports it once for each person. */
  clicksChatNow(): Pushed | null;
  writes(text: string, options?: { quoting?: string }): Sent;
  sendsImage(bytes: Uint8Array, caption?: string): Sent;
  sendsGif(bytes: Uint8Array): Sent;
  sendsAudio(bytes: Uint8Array): Sent;
  sendsVideo(bytes: Uint8Array, description?: string): Sent;
  sendsFile(file: { name: string; bytes: Uint8Array }): Sent;
  sendsSticker(id?: string): Sent;
  sendsLocation(place: { latitude: number; longitude: number }): Sent;
  sendsLink(url: string, description?: string): Sent;
  sendsBusinessCard(card: { name: string; phone: string }): Sent;
  /** Presses the newest button or list row with this title. */
  presses(title: string): Pressed;
  /** Answers a request for information. */
  submitsInfo(info: SubmittedInfo): Pushed;
  reacts(icon: string, messageId: string): Pushed;
  /** Sees everything that came since the last time; null when nothing did. */
  seesMessages(): Pushed | null;
  /** Rates a template message, the newest one when no tracking id is given. */
  rates(rate: number, options?: { note?: string; trackingId?: string }): Pushed;
  /** From here on messages to this person are refused, with `code`. */
  blocks(code?: number): void;
  unblocks(): void;
  /** Withdraws the consent to the keeping of personal data. */
  withdraws(): Pushed;
  /** The first message from position `since` on that fits, or the next one that comes. Rejects after `timeoutMs`. */
  waitFor(fits: (message: OaMessage) => boolean, timeoutMs?: number, since?: number): Promise<OaMessage>;
}

export function openPerson(world: World, user: User): Person {
  const attachments = openAttachments(world);
  const oaId = world.account.oaId;

  function remember(msgId: string, type: string, text: string, url: string | null): void {
    user.timeline.push({ by: 'user', messageId: msgId, at: world.now(), type, text, url, message: null });
  }

  function write(text: string, quoting: string | null, isShown: boolean): Sent {
    const msgId = world.nextId();
    if (isShown) remember(msgId, 'text', text, null);
    const quote = quoting === null ? {} : { quote_msg_id: quoting };
    return { msgId, ...pushFromUser(world, user, 'user_send_text', { msg_id: msgId, text, ...quote }) };
  }

  function send({ eventName, historyType, text, attachment }: Sending): Sent {
    const msgId = world.nextId();
    const { url } = attachment.payload;
    remember(msgId, historyType, text ?? '', typeof url === 'string' ? url : null);
    const content = { ...(text === undefined ? {} : { text }), attachments: [attachment] };
    return { msgId, ...pushFromUser(world, user, eventName, { msg_id: msgId, ...content }) };
  }

  function newestButton(title: string): Button {
    const button = user.received
      .toReversed()
      .flatMap(buttonsOf)
      .find((candidate) => candidate.title === title);
    if (button === undefined) throw new Error(`${user.name} sees no button “${title}”`);
    return button;
  }

  function templateMessage(trackingId: string | undefined): TemplateMessage {
    const found = [...world.templateMessages.values()].findLast(
      (message) => message.user === user && (trackingId === undefined || message.trackingId === trackingId),
    );
    if (found === undefined) throw new Error(`${user.name} got no template message to rate`);
    return found;
  }

  return {
    userId: user.id,
    name: user.name,
    phone: user.phone,
    get received() {
      return user.received;
    },
    reactionsOn: (messageId) => user.reactions.get(messageId) ?? [],
    follows(source = 'oa_profile') {
      user.follows = true;
      return pushDeed(world, user, { event_name: 'follow', oa_id: oaId, follower: { id: user.id }, source });
    },
    unfollows() {
      user.follows = false;
      const content = { user_id_by_app: user.idByApp, oa_id: oaId, follower: { id: user.id } };
      return world.webhook.push(user.id, { event_name: 'unfollow', ...content, source: 'oa_profile' });
    },
    clicksChatNow() {
      if (user.clickedChatNow) return null;
      user.clickedChatNow = true;
      return pushDeed(world, user, { event_name: 'user_click_chatnow', oa_id: oaId, user_id: user.id });
    },
    writes: (text, { quoting } = {}) => write(text, quoting ?? null, true),
    sendsImage: (bytes, caption) => send(attachments.image(bytes, caption)),
    sendsGif: (bytes) => send(attachments.gif(bytes)),
    sendsAudio: (bytes) => send(attachments.audio(bytes)),
    sendsVideo: (bytes, description) => send(attachments.video(bytes, description)),
    sendsFile: (file) => send(attachments.file(file)),
    sendsSticker: (id = '46991') => send(attachments.sticker(id)),
    sendsLocation: (place) => send(attachments.location(place)),
    sendsLink: (url, description) => send(attachments.link(url, description)),
    sendsBusinessCard: (card) => send(attachments.businessCard(card)),
    presses(title) {
      const { type, payload } = newestButton(title);
      if (type !== 'oa.query.show' && type !== 'oa.query.hide') {
        return { sent: null, opens: payload, delivered: Promise.resolve('answered') };
      }
      const sent = write(payload, null, type === 'oa.query.show');
      return { sent, opens: null, delivered: sent.delivered };
    },
    submitsInfo(info) {
      const given = Object.entries(info).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
      user.sharedInfo = { ...user.sharedInfo, ...Object.fromEntries(given) };
      const roles = { sender: { id: user.id }, recipient: { id: oaId } };
      return pushDeed(world, user, { event_name: 'user_submit_info', ...roles, info });
    },
    reacts: (icon, messageId) =>
      pushFromUser(world, user, 'user_reacted_message', { msg_id: messageId, react_icon: icon }),
    seesMessages() {
      const msg_ids = user.unseen.splice(0);
      return msg_ids.length === 0 ? null : pushReceipt(world, user, 'user_seen_message', { msg_ids });
    },
    rates(rate, { note = '', trackingId } = {}) {
      const rated = templateMessage(trackingId);
      const submitted = { rate, note, feedbacks: [], submit_time: String(world.now()) };
      const message = { msg_id: rated.messageId, tracking_id: rated.trackingId, ...submitted };
      return world.webhook.push(user.id, { event_name: 'user_feedback', oa_id: oaId, message }, { template: true });
    },
    blocks(code = -217) {
      user.refusesWith = code;
    },
    unblocks() {
      user.refusesWith = null;
    },
    withdraws() {
      const content = { user_id_by_app: user.idByApp, oa_id: oaId, user_id: user.id };
      const roles = { sender: { id: user.id }, recipient: { id: oaId } };
      return world.webhook.push(user.id, { event_name: 'user_withdraw', ...content, ...roles });
    },
    waitFor: (fits, timeoutMs = 5_000, since = 0) => waitFor(user, fits, timeoutMs, since),
  };
}

function buttonsOf(message: OaMessage): readonly Button[] {
  return [...message.buttons, ...message.elements.flatMap(({ action }) => (action === null ? [] : [action]))];
}
