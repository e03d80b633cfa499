import type { ChatFileView } from '../view.ts';
import { Refused, sentenceIn, uploadAddress } from './api.ts';

/** Sends one file up. XMLHttpRequest, because `fetch` does not tell how far an upload has come. */
export function upload(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<ChatFileView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', uploadAddress);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      // An answer of 201 is a ChatFileView by the server's own types.
      if (request.status === 201) resolve(request.response as ChatFileView);
      else reject(new Refused(request.status, sentenceIn(request.response)));
    };
    request.onerror = () => reject(new Error('The upload did not arrive'));
    request.onabort = request.onerror;
    signal.addEventListener('abort', () => request.abort());

    const form = new FormData();
    form.set('file', file);
    request.send(form);
  });
}
