import { type Fields, refused } from './fields.ts';
import { type Host, json } from './host.ts';
import { accessTokenOf } from './oa-host.ts';
import { sendTemplateToPhone, templateQuota, templateStatus } from './templates.ts';
import type { World } from './world.ts';

const endpoints: Readonly<Record<string, (world: World, payload: Fields) => unknown>> = {
  'POST /message/template': sendTemplateToPhone,
  'GET /message/status': templateStatus,
  'GET /message/quota': templateQuota,
};

/** `business.openapi.zalo.me`: templates by phone number, outside the rate limits of the Official Account. */
export function businessHost(world: World): Host {
  return {
    answer(call) {
      if (!world.grants.isValid(accessTokenOf(call))) throw refused(-124, 'Access token is invalid');
      const endpoint = endpoints[`${call.httpMethod} ${call.path}`];
      if (endpoint === undefined) throw refused(-106, 'Method is unsupported');
      return json({ error: 0, message: 'Success', data: endpoint(world, call.payload) });
    },
    refuse({ code, message }) {
      return json({ error: code === 400 || code === -201 ? -132 : code, message });
    },
  };
}
