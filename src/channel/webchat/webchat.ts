import { randomUUID } from 'node:crypto';
import type { Channel, Delivery, FetchedFile, Part } from '../port.ts';
import { webAddress } from './delivery.ts';
import { read } from './read.ts';
import { render, webPart } from './render.ts';
import { openUploads, type Uploads } from './uploads.ts';

/** The chat page that we serve ourselves. Its account is always `web`. */
export interface WebchatChannel extends Channel {
  readonly name: 'webchat';
  readonly account: 'web';
  readonly uploads: Uploads;
  /** Calls `listener` when the bot begins to prepare an answer in this process. Returns the way to stop listening. */
  onTyping(address: string, listener: () => void): () => void;
}

export function openWebchat({ uploadsDirectory }: { uploadsDirectory: string }): WebchatChannel {
  const uploads = openUploads(uploadsDirectory);
  const listeners = new Map<string, Set<() => void>>();

  return {
    name: 'webchat',
    account: 'web',
    resending: 'harmless',
    pace: null,
    gatherMilliseconds: 0,
    uploads,
    read,
    render,
    send: async (address, part) => accept(address, part),
    fetchFile: (ref) => fetchFile(uploads, ref),
    async showTyping(address) {
      for (const listener of listeners.get(address) ?? []) listener();
    },
    async acknowledgeChoice() {},
    onTyping(address, listener) {
      const known = listeners.get(address) ?? new Set();
      listeners.set(address, known.add(listener));
      return () => {
        known.delete(listener);
        if (known.size === 0 && listeners.get(address) === known) listeners.delete(address);
      };
    },
  };
}

// The page reads what is said from the database, so a message is delivered once it is stored. The id is what the page
// gives back when a person answers this very message.
function accept(address: string, part: Part): Delivery {
  if (!webAddress.safeParse(address).success) {
    return {
      status: 'refused',
      because: 'unknownRecipient',
      detail: 'The address belongs to no session of the web chat',
    };
  }
  if (!webPart.safeParse(part).success) {
    return { status: 'refused', because: 'rejectedContent', detail: 'The part was not rendered for the web chat' };
  }
  return { status: 'accepted', providerMessageId: randomUUID() };
}

/** `ref` is the session's address and the id of its file, with a slash between. */
async function fetchFile(uploads: Uploads, ref: string): Promise<FetchedFile> {
  const [address = '', id = ''] = ref.split('/', 2);
  const bytes = await uploads.bytes(address, id);
  return bytes === null ? { status: 'gone', detail: 'No such upload' } : { status: 'fetched', bytes, name: null };
}
