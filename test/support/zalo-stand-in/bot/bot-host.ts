import { Refusal } from '../../telegram-stand-in/refusal.ts';
import { type Host, json } from '../host.ts';
import { botMethods } from './bot-methods.ts';
import type { BotWorld } from './bot-world.ts';

/** `bot-api.zaloplatforms.com`; `isToken` says whether the token in the address was the right one. */
export function botHost(world: BotWorld, isToken: boolean): Host {
  return {
    async answer({ path, payload, gone }) {
      if (!isToken) throw new Refusal(401, 'Unauthorized');
      const method = botMethods[path.replace('/bot/', '')];
      if (method === undefined) throw new Refusal(400, 'Bad Request: unknown method');
      const result = await method(world, payload, gone);
      return json({ ok: true, ...(result === undefined ? {} : { result }) });
    },
    refuse({ code, message }) {
      const status = world.settings.errorStatus === 'asCode' ? code : 200;
      return json({ ok: false, error_code: code, description: message }, {}, status);
    },
  };
}
