import type { Call } from '../http/call.ts';
import { fieldsOf, idOf } from '../read.ts';
import { failed, refusedBeforeSending, succeeded, type ZaloResult } from '../result.ts';

export interface Upload {
  readonly bytes: Uint8Array;
  /** The name the person sees; its ending tells the platform the type. */
  readonly name: string;
}

interface Kind {
  readonly path: string;
  readonly mostBytes: number;
  readonly types: Readonly<Record<string, string>>;
}

const megabyte = 1024 * 1024;

/** What can be uploaded, by ending. Uploads expire after seven days. */
export const uploadKinds = {
  image: {
    path: '/v2.0/oa/upload/image',
    mostBytes: megabyte,
    types: { jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png' },
  },
  gif: { path: '/v2.0/oa/upload/gif', mostBytes: 5 * megabyte, types: { gif: 'image/gif' } },
  file: {
    path: '/v2.0/oa/upload/file',
    mostBytes: 5 * megabyte,
    types: {
      pdf: 'application/pdf',
      doc: 'application/msword',
      docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      csv: 'text/csv',
    },
  },
} as const satisfies Record<string, Kind>;

export async function uploadImage(call: Call, upload: Upload): Promise<ZaloResult<{ attachmentId: string }>> {
  const id = await put(call, uploadKinds.image, upload, 'attachment_id');
  return id.ok ? { ...id, value: { attachmentId: id.value } } : id;
}

export async function uploadGif(call: Call, upload: Upload): Promise<ZaloResult<{ attachmentId: string }>> {
  const id = await put(call, uploadKinds.gif, upload, 'attachment_id');
  return id.ok ? { ...id, value: { attachmentId: id.value } } : id;
}

export async function uploadFile(call: Call, upload: Upload): Promise<ZaloResult<{ token: string }>> {
  const token = await put(call, uploadKinds.file, upload, 'token');
  return token.ok ? { ...token, value: { token: token.value } } : token;
}

async function put(call: Call, kind: Kind, upload: Upload, field: string): Promise<ZaloResult<string>> {
  const problem = problemWith(kind, upload);
  if (problem !== undefined) return refusedBeforeSending(problem);

  const form = new FormData();
  // Copied, because a Blob takes no view over memory shared between threads.
  const blob = new Blob([new Uint8Array(upload.bytes)], { type: typeOf(kind, upload.name) ?? '' });
  form.set('file', blob, upload.name);
  const answer = await call({ method: 'POST', path: kind.path, form, repeatable: true });
  if (!answer.ok) return answer;

  const id = idOf(fieldsOf(answer.value)[field]);
  if (id !== undefined) return succeeded(id);
  return failed({ category: 'network', whatToDo: 'backOff', message: `Zalo accepted the upload but gave no ${field}` });
}

function problemWith(kind: Kind, { bytes, name }: Upload): string | undefined {
  if (typeOf(kind, name) === undefined) return `the file is not one of ${Object.keys(kind.types).join(', ')}`;
  if (bytes.length === 0) return 'the file is empty';
  return bytes.length > kind.mostBytes ? `the file has more than ${kind.mostBytes} bytes` : undefined;
}

function typeOf(kind: Kind, name: string): string | undefined {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && Object.hasOwn(kind.types, ending) ? kind.types[ending] : undefined;
}
