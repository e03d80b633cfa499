import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** The address a request came from. Where there is no socket, as in a test without a port, everybody is one. */
export function addressOf(context: Context): string {
  return context.env?.incoming === undefined ? '127.0.0.1' : (getConnInfo(context).remote.address ?? 'unknown');
}
