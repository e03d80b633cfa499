import type { OaClient, Sent, UserTemplate, ZaloResult } from 'zalo-api-client';
import type { Delivery, FileOpener, Part } from '../port.ts';
import { deliveryOf } from './delivery-of.ts';
import { type ZaloPart, zaloPart } from './part.ts';
import type { ChoiceSeal } from './seal-choice.ts';
import { type FileSending, sendFile } from './send-file.ts';

export interface Sending extends FileSending {
  client: Pick<OaClient, 'send' | 'sendTemplate' | 'uploadImage' | 'uploadFile'>;
  seal: ChoiceSeal;
}

/** Sends one rendered part to a person. Resolves for every answer, and with `unknown` when none came. */
export async function send(sending: Sending, userId: string, part: Part, open: FileOpener): Promise<Delivery> {
  const read = zaloPart.safeParse(part).data;
  if (read === undefined) {
    return {
      status: 'refused',
      because: 'rejectedContent',
      detail: 'The stored part is not one that was rendered for Zalo',
    };
  }
  return read.kind === 'file' ? sendFile(sending, userId, read, open) : deliveryOf(await say(sending, userId, read));
}

function say(
  { client, seal }: Sending,
  userId: string,
  part: Exclude<ZaloPart, { kind: 'file' }>,
): Promise<ZaloResult<Sent>> {
  if (part.kind === 'template') {
    const template: UserTemplate = { templateId: part.templateId, data: part.data };
    return client.sendTemplate(userId, template);
  }
  const buttons = part.buttons?.map(({ title, value }) => ({
    title,
    action: { do: 'sayHidden' as const, payload: seal.close(userId, value) },
  }));
  return client.send(userId, { kind: 'text', text: part.text, ...(buttons === undefined ? {} : { buttons }) });
}
