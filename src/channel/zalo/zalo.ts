import {
  type AccessTokens,
  type Clock,
  consultationWindow,
  consultationWindowChangesAt,
  type Fetch,
  type OaClient,
  openOaClient,
  type ZaloFault,
} from 'zalo-api-client';
import type { Channel, Pace } from '../port.ts';
import { fetchFile } from './fetch-file.ts';
import { hasArrived } from './has-arrived.ts';
import { openMediaHosts } from './media-hosts.ts';
import { read, receiptReader } from './read.ts';
import { render } from './render.ts';
import { openChoiceSeal } from './seal-choice.ts';
import { send } from './send.ts';
import { watched } from './watched.ts';

/** The channel of one Official Account, with its client for the checks of the account itself. */
export interface ZaloChannel extends Channel {
  readonly name: 'zalo';
  readonly client: OaClient;
  readonly receiptOf: ReturnType<typeof receiptReader>;
}

export interface ZaloOptions {
  oaId: string;
  appSecret: string;
  tokens: AccessTokens;
  clock: Clock;
  fetch?: Fetch;
  apiRoot: string;
  /** What is sent to somebody whose window is closed, and the names of its two parameters. */
  template: { id: string; referenceField: string; textField: string } | null;
  mediaHosts: readonly string[];
  ratePerMinute: number;
  /** Where a person can fetch a file that Zalo does not carry; null where we have no public address. */
  linkTo?: (fileId: number) => string | null;
  /** Told of each fault that an administrator has to mend. */
  onTrouble?: (fault: ZaloFault) => void;
  answerWithinSeconds?: number;
}

const windows = { free: 'open', charged: 'charged', closed: 'closed' } as const;

/** The channel of one Official Account. Makes no call, so it opens while Zalo is out of reach. */
export function openZalo(options: ZaloOptions): ZaloChannel {
  const { oaId, appSecret, tokens, clock, fetch = globalThis.fetch, template, linkTo = () => null } = options;
  const client = watched(
    openOaClient({
      fetch,
      clock,
      tokens,
      appSecret,
      apiRoot: options.apiRoot,
      ...(options.answerWithinSeconds === undefined ? {} : { timeoutSeconds: options.answerWithinSeconds }),
    }),
    options.onTrouble ?? (() => undefined),
  );
  const seal = openChoiceSeal(appSecret);
  const hosts = openMediaHosts(options.mediaHosts);
  const sending = { client, seal, uploads: new Map<number, string>(), linkTo };

  return {
    name: 'zalo',
    account: oaId,
    client,
    receiptOf: receiptReader({ oaId, seal }),
    resending: 'doubles',
    pace: paceOf(options.ratePerMinute),
    // The platform promises no order, and posts events of one person side by side.
    gatherMilliseconds: 250,
    read: (body) => read(body, { oaId, seal }),
    render,
    send: (address, part, open) => send(sending, address, part, open),
    windowAt: (lastInteractionAt, now) => windows[consultationWindow(lastInteractionAt ?? undefined, now)],
    windowChangesAt: (lastInteractionAt, now) =>
      consultationWindowChangesAt(lastInteractionAt ?? undefined, now) ?? null,
    knock({ reference }) {
      if (template === null) return null;
      const { referenceField, textField, id: templateId } = template;
      const data = { [referenceField]: reference ?? 'Đồng Hành', [textField]: 'Có trả lời, nhắn tin để xem' };
      return { kind: 'template', templateId, data };
    },
    hasArrived: (address, part, sentAt, others) =>
      hasArrived(client, address, part, { sentAt, now: clock.now(), others }),
    fetchFile: (ref) => fetchFile({ fetch, hosts }, ref),
    // Official Accounts show no typing, and a pressed button waits for nothing.
    showTyping: async () => undefined,
    acknowledgeChoice: async () => undefined,
  };
}

// Only the account's rate is known; the rest keeps one chat from taking all of it at once.
function paceOf(ratePerMinute: number): Pace {
  const chat = { messages: 5, perMilliseconds: 1000 };
  return { account: { messages: ratePerMinute, perMilliseconds: 60_000 }, chat, group: chat };
}
