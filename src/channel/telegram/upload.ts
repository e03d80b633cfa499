import { randomBytes } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';

export interface Upload {
  /** The argument of the method that takes the file. */
  field: string;
  fileName: string;
  bytes: Uint8Array;
}

/**
 * Posts a file with the other arguments of a call, and answers status and body. Rejects where no answer came. telegraf's
 * own way never ends on Node 26: the package behind it waits for an event that this Node does not send.
 */
export async function postForm(
  url: string,
  fields: Readonly<Record<string, string>>,
  upload: Upload,
  { agent, signal }: { agent: http.Agent; signal: AbortSignal },
): Promise<{ status: number; body: string }> {
  const boundary = randomBytes(24).toString('hex');
  const form = formOf(boundary, fields, upload);
  const { request } = url.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': form.length };
    const call = request(url, { method: 'POST', agent, signal, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }));
      answer.on('error', reject);
    });
    call.on('error', reject);
    call.end(form);
  });
}

function formOf(boundary: string, fields: Readonly<Record<string, string>>, upload: Upload): Buffer {
  const head = Object.entries(fields).map(([name, value]) => section(boundary, `name="${name}"`, value));
  const { field, fileName, bytes } = upload;
  return Buffer.concat([
    Buffer.from(head.join('')),
    Buffer.from(section(boundary, `name="${field}"; filename="${safe(fileName)}"`, '').slice(0, -2)),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}

function section(boundary: string, names: string, value: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; ${names}\r\n\r\n${value}\r\n`;
}

// The name stands between quotes in a header line.
function safe(fileName: string): string {
  const tidied = fileName
    .toWellFormed()
    .replace(/[\p{Cc}"\\/]/gu, '_')
    .trim();
  return tidied === '' ? 'tep' : tidied;
}
