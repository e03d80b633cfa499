import { Refusal } from '../telegram-stand-in/refusal.ts';
import { type Answer, type Call, type Host, html, json } from './host.ts';
import type { World } from './world.ts';

/** `oauth.zaloapp.com`: the grant page, which grants at once, and the token endpoint. */
export function oauthHost(world: World): Host {
  return {
    answer(call) {
      if (call.path === '/v4/oa/permission') return grant(world, call);
      if (call.path === '/v4/permission/error') return html(200, `<h1>${Number(call.payload.error_code)}</h1>`);
      if (call.path !== '/v4/oa/access_token' || call.httpMethod !== 'POST') return html(404, '<h1>404</h1>');
      if (!call.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
        throw new Refusal(-14003, 'Invalid parameter');
      }
      const { secret_key: secret } = call.headers;
      return json(world.grants.exchange(call.payload, typeof secret === 'string' ? secret : undefined));
    },
    refuse({ code, message }) {
      return json({
        ...(world.settings.oauthErrors === 'numbered' ? { error: code } : {}),
        error_name: message,
        error_reason: message,
        error_description: message,
        ref_doc: 'https://developers.zalo.me/docs/official-account',
      });
    },
  };
}

function grant(world: World, { payload }: Call): Answer {
  const { appId, oaId, callbackUrl } = world.account;
  const target = String(payload.redirect_uri ?? '');
  const problem = String(payload.app_id) !== appId ? -14002 : isCallback(target, callbackUrl) ? null : -14003;
  if (problem !== null) return redirect(`${world.origin}/v4/permission/error?error_code=${problem}`);

  const challenge = typeof payload.code_challenge === 'string' ? payload.code_challenge : null;
  const back = new URL(target);
  back.searchParams.set('code', world.grants.newCode(challenge));
  back.searchParams.set('oa_id', oaId);
  if (challenge !== null) back.searchParams.set('code_challenge', challenge);
  if (payload.state !== undefined) back.searchParams.set('state', String(payload.state));
  return redirect(back.href);
}

function isCallback(target: string, callbackUrl: string | null): boolean {
  return callbackUrl === null ? URL.canParse(target) : target === callbackUrl;
}

function redirect(location: string): Answer {
  return { status: 302, headers: { location }, body: '' };
}
