import { createServer } from 'node:http';
import type { ZaloStandIn } from '../../support/zalo-stand-in.ts';

export const hookSecret = 'bi-mat-cua-bot-thu-nghiem';

/** A webhook that only keeps what comes, with the header it came with. */
export async function openHook() {
  const bodies: unknown[] = [];
  const server = createServer(async (request, response) => {
    const text = await new Response(await Array.fromAsync(request).then(Buffer.concat)).text();
    // Setting a webhook tries the address with an empty body.
    if (text !== '') bodies.push(JSON.parse(text));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
  return {
    bodies,
    /** What people say to the bot comes here. */
    receive: (zalo: ZaloStandIn) => setWebhook(zalo, url),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Our client takes https only, as Zalo does; the stand-in on this machine is set up without it. */
export async function setWebhook(zalo: ZaloStandIn, url: string): Promise<void> {
  await fetch(`${zalo.origin}/bot${zalo.botToken}/setWebhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url, secret_token: hookSecret }),
  });
}
