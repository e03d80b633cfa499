import { fixedToken } from 'zalo-api-client';
import { openZalo, type ZaloChannel, type ZaloOptions } from '../../src/channel/zalo/zalo.ts';
import type { ZaloStandIn } from './zalo-stand-in.ts';

/** The real channel over a stand-in, with the token that is valid now. */
export function zaloChannelOf(
  zalo: Pick<ZaloStandIn, 'account' | 'tokens' | 'origin'>,
  change: Partial<ZaloOptions> = {},
): ZaloChannel {
  return openZalo({
    oaId: zalo.account.oaId,
    appSecret: zalo.account.appSecret,
    tokens: fixedToken(zalo.tokens.accessToken),
    clock: { now: () => new Date() },
    apiRoot: zalo.origin,
    template: null,
    mediaHosts: [zalo.origin],
    ratePerMinute: 60,
    answerWithinSeconds: 1,
    ...change,
  });
}
