import type { IncomingMessage, ServerResponse } from 'node:http';
import { readPayload } from '../telegram-stand-in/body.ts';
import { Refusal } from '../telegram-stand-in/refusal.ts';
import type { Fault, Faults } from './faults.ts';
import type { Fields } from './fields.ts';
import { type Answer, type Call, type Host, html } from './host.ts';

/** A call as it is kept: the token of a bot is cut out of its path. */
export interface KeptCall {
  httpMethod: string;
  path: string;
  payload: Fields;
}

interface Options {
  /** The host that answers this address, and the path to it without secrets. */
  route(pathname: string): { host: Host; path: string } | null;
  faults: Faults;
  onCall(call: KeptCall): void;
  onRefused(refusal: Refusal): void;
}

/** Answers one request, or fails in the way that was planned for its path. */
export async function serve(request: IncomingMessage, response: ServerResponse, options: Options): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const target = options.route(url.pathname);
  if (target === null) {
    write(response, html(404, '<h1>404</h1>'));
    return;
  }

  const { host, path } = target;
  try {
    const payload = await readPayload(request, url);
    const httpMethod = request.method ?? 'GET';
    const call: Call = { httpMethod, path, payload, headers: request.headers, gone: gone.signal };
    options.onCall({ httpMethod, path, payload });
    const fault = options.faults.next(path);
    if (fault?.kind === 'error') throw new Refusal(fault.code, fault.message ?? 'Failed');
    const carriedOut = fault === undefined || fault.accepted === true;
    const answer = carriedOut ? await host.answer(call) : null;
    if (fault !== undefined) lose(response, fault);
    else if (answer !== null) write(response, answer);
  } catch (error) {
    if (error instanceof Refusal) {
      options.onRefused(error);
      write(response, host.refuse(error));
    } else write(response, html(500, '<h1>500</h1>'));
  }
}

function write(response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, headers).end(body);
}

function lose(response: ServerResponse, fault: Exclude<Fault, { kind: 'error' }>): void {
  switch (fault.kind) {
    case 'http':
      write(response, html(fault.status, `<html><body><h1>${fault.status}</h1></body></html>`));
      return;
    case 'garbage':
      write(response, html(200, '<html><body>Welcome to the hotel Wi-Fi</body></html>'));
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'hang':
    // A hanging call is simply never answered.
  }
}
