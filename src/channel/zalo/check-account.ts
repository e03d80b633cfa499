import type { Clock, OaClient, TemplateClient, Tokens, ZaloFault } from 'zalo-api-client';
import type { AccountHealth } from '../port.ts';
import { accountHealth } from './health.ts';

// A fault met while sending counts until the account has worked for an hour, since no check can provoke it.
const troubleLastsMilliseconds = 3_600_000;

export interface AccountCheck {
  /** Renews the token if it is time, asks the account how it is, and says it in words. */
  check(): Promise<AccountHealth>;
  /** Remembers a fault that sending met. */
  noteTrouble(fault: ZaloFault): void;
}

export function openAccountCheck(parts: {
  tokens: Tokens;
  client: Pick<OaClient, 'profile' | 'accountQuota'>;
  /** Null where no template was approved. */
  templates: Pick<TemplateClient, 'quota'> | null;
  clock: Clock;
  appId: string;
  oaId: string;
  zone: string;
}): AccountCheck {
  const { tokens, client, templates, clock, appId, oaId, zone } = parts;
  let trouble: { fault: ZaloFault; at: number } | null = null;

  return {
    noteTrouble(fault) {
      trouble = { fault, at: clock.now().getTime() };
    },
    async check() {
      const token = await tokens.current();
      const profile = token.ok ? await client.profile() : null;
      const works = profile?.ok === true;
      const quotas = works ? await client.accountQuota({ owner: 'OA' }) : null;
      const templateQuota = works && templates !== null ? await templates.quota() : null;
      // Read last, since the calls before may have renewed the token or failed to.
      const grant = await tokens.health();
      const now = clock.now();
      if (trouble !== null && now.getTime() - trouble.at >= troubleLastsMilliseconds) trouble = null;
      // A profile that could be read has answered every doubt about the token.
      const lasting =
        trouble !== null && (profile?.ok !== true || trouble.fault.category !== 'auth') ? trouble.fault : null;
      return accountHealth(
        {
          grant,
          profile,
          quotas: quotas?.ok === true ? quotas.value : null,
          templateQuota: templateQuota?.ok === true ? templateQuota.value : null,
          trouble: lasting,
        },
        { appId, oaId, now, zone },
      );
    },
  };
}
