import type { ChosenFileView } from '../../http/file-carriage.ts';
import { answerOf, done, v1 } from '../data/api.ts';
import { problemOf } from '../data/problem.ts';
import type { Mode } from './beside.ts';

export interface Upload {
  answer: Promise<ChosenFileView>;
  abort(): void;
}

/** Sends a file to the server, telling how much of it has gone. Only this old way of asking tells that. */
export function uploadFile(
  { reference, mode, file, key }: { reference: string; mode: Mode; file: File; key: string },
  told: (share: number) => void,
): Upload {
  const request = new XMLHttpRequest();
  const address = `/api/v1/cases/${reference}/files?${new URLSearchParams({ name: file.name, mode })}`;
  const answer = new Promise<ChosenFileView>((resolve, reject) => {
    request.open('POST', address);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Idempotency-Key', key);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => told(total === 0 ? 0 : loaded / total));
    request.addEventListener('error', () => reject(new TypeError('No connection')));
    request.addEventListener('abort', () => reject(new DOMException('Taken back', 'AbortError')));
    request.addEventListener('load', () => {
      const { status, response } = request;
      if (status === 201) resolve(response);
      else problemOf({ status, json: async () => response }).then(reject, reject);
    });
    request.send(file);
  });
  return { answer, abort: () => request.abort() };
}

export async function dropFile(reference: string, id: number): Promise<void> {
  await done(v1.cases[':reference'].files[':id'].$delete({ param: { reference, id } }));
}

export function outlookQuery(reference: string) {
  return {
    // Below the case's own key: what changes the case may change how it can be answered.
    queryKey: ['case', reference, 'outlook'],
    queryFn: () => answerOf(v1.cases[':reference'].outlook.$get({ param: { reference } })),
  };
}
