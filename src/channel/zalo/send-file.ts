import { type OaClient, type Sent, uploadKinds, type ZaloFault, type ZaloResult } from 'zalo-api-client';
import type { Delivery, FileOpener } from '../port.ts';
import { deliveryOf, deliveryOfFault } from './delivery-of.ts';
import type { ZaloPart } from './part.ts';
import { fileElsewhere } from './words.ts';

type FilePart = Extract<ZaloPart, { kind: 'file' }>;

export interface FileSending {
  client: Pick<OaClient, 'send' | 'uploadImage' | 'uploadFile'>;
  uploads: Uploads;
  /** Where a person can fetch the file; null where we have no public address. */
  linkTo(fileId: number): string | null;
}

/** What was uploaded lately, so that trying again does not use up the month's uploads. Losing it costs nothing more. */
export type Uploads = Map<number, string>;

const mostRemembered = 500;

const ways = [
  { as: 'image', types: { 'image/jpeg': 'jpg', 'image/png': 'png' } },
  {
    as: 'file',
    types: {
      'application/pdf': 'pdf',
      'application/msword': 'doc',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
      'text/csv': 'csv',
    },
  },
] as const;

/** Uploads a file and sends it. What the platform does not carry is named in words, with an address where there is one. */
export async function sendFile(
  { client, uploads, linkTo }: FileSending,
  userId: string,
  part: FilePart,
  open: FileOpener,
): Promise<Delivery> {
  const way = wayOf(part);
  const instead = async () => {
    const text = fileElsewhere({ name: part.name, bytes: part.size, link: linkTo(part.fileId) }, part.language);
    return deliveryOf(await client.send(userId, { kind: 'text', text }));
  };
  if (way === null) return instead();
  const bytes = await open(part.fileId);
  if (bytes === null) {
    return { status: 'refused', because: 'rejectedContent', detail: `The file ${part.fileId} is no longer stored` };
  }

  const upload = async (): Promise<ZaloResult<string>> => {
    const known = uploads.get(part.fileId);
    if (known !== undefined) return { ok: true, value: known };
    const answer = await put(client, way, bytes);
    if (answer.ok) remember(uploads, part.fileId, answer.value);
    return answer;
  };
  const uploadAndSend = async (): Promise<
    { at: 'upload'; fault: ZaloFault } | { at: 'send'; answer: ZaloResult<Sent> }
  > => {
    const uploaded = await upload();
    if (!uploaded.ok) return { at: 'upload', fault: uploaded.error };
    const { value } = uploaded;
    const message =
      way.as === 'image'
        ? ({ kind: 'image', image: { attachmentId: value } } as const)
        : ({ kind: 'file', token: value } as const);
    return { at: 'send', answer: await client.send(userId, message) };
  };

  let outcome = await uploadAndSend();
  if (outcome.at === 'send' && !outcome.answer.ok && outcome.answer.error.category === 'expiredAsset') {
    uploads.delete(part.fileId);
    outcome = await uploadAndSend();
  }
  if (outcome.at === 'send') return deliveryOf(outcome.answer);
  // An upload shows the person nothing, whatever became of it.
  const { fault } = outcome;
  if (fault.category === 'parameter') return instead();
  return deliveryOfFault(fault.category === 'unknownOutcome' ? { ...fault, category: 'network' } : fault);
}

interface Way {
  as: 'image' | 'file';
  name: string;
}

function wayOf({ name, mediaType, size }: FilePart): Way | null {
  for (const { as, types } of ways) {
    const ending = Object.entries(types).find(([type]) => type === mediaType)?.[1];
    if (ending !== undefined && size > 0 && size <= uploadKinds[as].mostBytes) {
      return { as, name: withEnding(name, ending) };
    }
  }
  return null;
}

// The ending tells the platform the type, and what was sniffed from the bytes is right where a name is not.
function withEnding(name: string, ending: string): string {
  const isRight = new RegExp(`\\.(?:${ending}${ending === 'jpg' ? '|jpeg' : ''})$`, 'i').test(name);
  return isRight ? name : `${name}.${ending}`;
}

async function put(client: FileSending['client'], { as, name }: Way, bytes: Uint8Array): Promise<ZaloResult<string>> {
  if (as === 'file') {
    const answer = await client.uploadFile({ bytes, name });
    return answer.ok ? { ok: true, value: answer.value.token } : answer;
  }
  const answer = await client.uploadImage({ bytes, name });
  return answer.ok ? { ok: true, value: answer.value.attachmentId } : answer;
}

function remember(uploads: Uploads, fileId: number, id: string): void {
  uploads.set(fileId, id);
  const [oldest] = uploads.keys();
  if (uploads.size > mostRemembered && oldest !== undefined) uploads.delete(oldest);
}
