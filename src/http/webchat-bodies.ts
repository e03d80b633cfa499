import { z } from 'zod';
import { choiceValue, clientId, longestText, mostFiles, type WebDelivery } from '../channel/webchat/delivery.ts';
import { tidy } from '../channel/webchat/tidy.ts';
import type { Uploads } from '../channel/webchat/uploads.ts';

const tooLong = `Tin nhắn dài quá ${longestText.toLocaleString('vi-VN')} ký tự. Anh/chị vui lòng chia thành nhiều tin ngắn hơn.`;

const text = z.string('Tin nhắn chưa có nội dung.').transform(tidy).pipe(z.string().max(longestText, tooLong));

const envelope = {
  clientId,
  replyTo: z.string().max(64).nullish(),
  language: z.enum(['vi', 'en']).nullish(),
};

/** What the page posts when its person says something. */
export const messageBody = z.discriminatedUnion('kind', [
  z.object({
    ...envelope,
    kind: z.literal('text'),
    text: text.refine((said) => said.trim() !== '', 'Tin nhắn chưa có nội dung.'),
  }),
  z.object({ ...envelope, kind: z.literal('choice'), value: choiceValue }),
  z.object({
    ...envelope,
    kind: z.literal('files'),
    text: text.optional(),
    files: z
      .array(z.object({ ref: z.string().max(64), name: z.string().min(1).max(255) }), 'Tin nhắn chưa có tệp nào.')
      .min(1, 'Tin nhắn chưa có tệp nào.')
      .max(mostFiles, `Mỗi tin nhắn gửi được tối đa ${mostFiles} tệp.`),
  }),
]);
export type MessageBody = z.infer<typeof messageBody>;

export const sessionBody = z.object({ contactId: z.int().positive().nullish() });

/** What a person is told about a body that was refused: the sentence for what they wrote, not for what the page did. */
export function refusalOf(error: z.ZodError): string {
  const issue = error.issues.find(
    ({ path: [field, index] }) => field === 'text' || (field === 'files' && index === undefined),
  );
  return issue?.message ?? 'Tin nhắn không đọc được.';
}

/**
 * The delivery that the inbox keeps. Null when the body names a file that this session never uploaded; what the page
 * claims about a file is not believed.
 */
export async function deliveryFrom(
  body: MessageBody,
  sender: { address: string; name: string | null },
  uploads: Uploads,
): Promise<WebDelivery | null> {
  const shared = {
    address: sender.address,
    clientId: body.clientId,
    senderName: sender.name,
    language: body.language ?? null,
    replyTo: body.replyTo ?? null,
  };
  if (body.kind === 'text') return { ...shared, kind: 'text', text: body.text };
  if (body.kind === 'choice') return { ...shared, kind: 'choice', value: body.value };

  const files = [];
  for (const { ref, name } of body.files) {
    const facts = await uploads.facts(sender.address, ref);
    if (facts === null) return null;
    files.push({ ref: `${sender.address}/${ref}`, name: tidy(name), ...facts });
  }
  return { ...shared, kind: 'files', text: body.text ?? '', files };
}
