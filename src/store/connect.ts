import { Socket } from 'node:net';

/** Where the driver would connect, as it tells whoever makes its sockets. */
interface Target {
  host: readonly string[];
  port: readonly number[];
  path?: string | false;
}

/**
 * A socket that sends what it is given at once. The driver leaves them waiting for the server's acknowledgement, forty
 * milliseconds at the end of many a COPY, which halves an import. It may still be connecting: what is written until then
 * waits, and a failure reaches the driver as it would from a socket of its own.
 */
export function promptSocket({ host, port, path }: Target): Socket {
  const socket = new Socket().setNoDelay(true);
  if (typeof path === 'string' && path !== '') return socket.connect(path);
  return socket.connect(port[0] ?? 5432, host[0] ?? '127.0.0.1');
}
