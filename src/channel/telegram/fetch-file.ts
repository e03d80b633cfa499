import { basename } from 'node:path/posix';
import { z } from 'zod';
import type { FetchedFile } from '../port.ts';
import type { TelegramClient } from './client.ts';
import { fileIdOf, platformLimitBytes } from './file-ref.ts';

const soonSeconds = 5;
const downloadWithinMs = 120_000;

const filePlace = z.object({ file_path: z.string().min(1).optional(), file_size: z.number().optional() });

/** Gets the bytes of an announced file, and stops reading as soon as they exceed `limitBytes`, whatever was announced. */
export async function fetchFile(client: TelegramClient, ref: string, limitBytes: number): Promise<FetchedFile> {
  const answer = await client.call('getFile', { file_id: fileIdOf(ref) });
  if (answer.kind === 'refused' && answer.code === 400) {
    if (/too big/i.test(answer.description)) return { status: 'tooLarge', limitBytes: platformLimitBytes };
    return { status: 'gone', detail: answer.description };
  }
  if (answer.kind === 'refused') return tryLater(answer.description, answer.retryAfterSeconds);
  if (answer.kind !== 'ok') return tryLater(answer.detail);

  const place = filePlace.safeParse(answer.result).data;
  if (place?.file_path === undefined) return { status: 'gone', detail: 'Telegram gave no path for this file' };
  if ((place.file_size ?? 0) > limitBytes) return { status: 'tooLarge', limitBytes };
  try {
    return await download(client.fileUrl(place.file_path), basename(place.file_path), limitBytes);
  } catch (error) {
    return tryLater(client.scrub(reasonOf(error)));
  }
}

async function download(url: string, name: string, limitBytes: number): Promise<FetchedFile> {
  const response = await fetch(url, { signal: AbortSignal.timeout(downloadWithinMs) });
  if (response.status === 404) return { status: 'gone', detail: 'Telegram no longer keeps this file' };
  if (!response.ok || response.body === null) return tryLater(`The download was answered ${response.status}`);

  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    // Leaving the loop closes the connection.
    if (size > limitBytes) return { status: 'tooLarge', limitBytes };
    chunks.push(chunk);
  }
  return { status: 'fetched', bytes: new Uint8Array(Buffer.concat(chunks)), name };
}

// `fetch` says only "fetch failed"; what happened is in the cause.
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

function tryLater(detail: string, afterSeconds: number | null = null): FetchedFile {
  return { status: 'tryLater', afterSeconds: afterSeconds ?? soonSeconds, detail };
}
