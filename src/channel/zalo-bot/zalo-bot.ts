import { type BotClient, openBotClient, type ZaloFault } from 'zalo-api-client';
import type { Clock } from '../../clock.ts';
import type { ReceiptReader } from '../keep-delivery.ts';
import type { Channel, Pace } from '../port.ts';
import { fetchFile } from '../zalo/fetch-file.ts';
import { openMediaHosts } from '../zalo/media-hosts.ts';
import { read, receiptOf } from './read.ts';
import { render } from './render.ts';
import { send } from './send.ts';

/** The channel of one bot of the Bot Platform, and its client for polling and setting up. */
export interface ZaloBotChannel extends Channel {
  readonly name: 'zaloBot';
  readonly client: BotClient;
  readonly receiptOf: ReceiptReader;
}

// Nothing is documented: about what a person would do by hand, so that nothing has to be found out by being refused.
const pace: Pace = {
  account: { messages: 10, perMilliseconds: 1000 },
  chat: { messages: 1, perMilliseconds: 1000 },
  group: { messages: 1, perMilliseconds: 3000 },
};

/**
 * The channel of the officers' bot. Makes no call, so it opens while Zalo is out of reach: the account is the public half
 * of the token. Throws only for a token of the wrong form, and does not repeat it.
 */
export function openZaloBot(options: {
  token: string;
  apiRoot: string;
  clock: Clock;
  fetch: typeof globalThis.fetch;
  /** Further hosts of files that people send. */
  mediaHosts?: readonly string[];
  answerWithinSeconds?: number;
  linkTo?: (fileId: number) => string | null;
  onTrouble?: (fault: ZaloFault) => void;
}): ZaloBotChannel {
  const account = /^(\d+):[\w-]+$/u.exec(options.token)?.[1];
  if (account === undefined) throw new Error('The token of the Zalo bot does not look like one');
  const { token, apiRoot, clock, fetch, mediaHosts = [], answerWithinSeconds, onTrouble = () => undefined } = options;
  const timeout = answerWithinSeconds === undefined ? {} : { timeoutSeconds: answerWithinSeconds };
  const client = openBotClient({ fetch, clock, token, apiRoot, ...timeout });
  const hosts = openMediaHosts(mediaHosts);
  const linkTo = options.linkTo ?? (() => null);

  return {
    name: 'zaloBot',
    account,
    client,
    resending: 'doubles',
    pace,
    // How deliveries are ordered is not documented; they carry the time at which they were said.
    gatherMilliseconds: 250,
    read,
    receiptOf,
    render,
    send: (address, part) => send({ client, linkTo, onTrouble }, address, part),
    fetchFile: (ref) => fetchFile({ fetch, hosts }, ref),
    async showTyping(address) {
      await client.sendChatAction(address, 'typing');
    },
    // Nothing is pressed where there are no buttons.
    acknowledgeChoice: async () => undefined,
  };
}
