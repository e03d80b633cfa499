import { createHash } from 'node:crypto';
import {
  type Clock,
  pairFromRefreshToken,
  readPair,
  type TokenPair,
  type TokenStore,
  writePair,
} from 'zalo-api-client';
import type { Db } from '../../store/database.ts';
import { readSetting, saveSetting } from '../../store/settings.ts';
import { lockZaloTokens, saveSealedZaloTokens, sealedZaloTokens } from '../../store/zalo-tokens.ts';
import { openTextSeal } from './sealed-text.ts';

export interface ZaloTokenStore extends TokenStore {
  /** Takes up a refresh token that an administrator was given by Zalo, unless this very one was taken up before. */
  seed(oaId: string, refreshToken: string): Promise<void>;
}

/**
 * The tokens of Official Accounts, sealed with a key made of the app's secret. A pair is safe on disk before anybody uses
 * it: `save` commits by itself, also while `withLock` holds its own transaction open.
 */
export function openTokenStore({ db, clock, appSecret }: { db: Db; clock: Clock; appSecret: string }): ZaloTokenStore {
  const seal = openTextSeal(appSecret, 'zalo tokens');
  const tails = new Map<string, Promise<unknown>>();

  // What was sealed with another app's secret is as good as nothing: only a new grant helps.
  function pairIn(sealed: string | null, oaId: string): TokenPair | undefined {
    const text = sealed === null ? null : seal.open(sealed, oaId);
    return text === null ? undefined : readPair(text);
  }

  const store: ZaloTokenStore = {
    withLock(oaId, work) {
      // One at a time in this process, so that those who wait do not hold every connection of the pool and leave none
      // for the one at work.
      const turn = (tails.get(oaId) ?? Promise.resolve()).then(() => lockZaloTokens(db, oaId, work));
      tails.set(
        oaId,
        turn.catch(() => undefined),
      );
      return turn;
    },
    load: async (oaId) => pairIn(await sealedZaloTokens(db, oaId), oaId),
    save: (oaId, expectedOldRefreshToken, pair) =>
      db.transaction(async (tx) => {
        const before = pairIn(await sealedZaloTokens(tx, oaId, { forUpdate: true }), oaId);
        if ((before?.refreshToken ?? null) !== expectedOldRefreshToken) return false;
        await saveSealedZaloTokens(tx, oaId, seal.close(writePair(pair), oaId), clock.now());
        return true;
      }),
    seed: (oaId, refreshToken) =>
      store.withLock(oaId, async () => {
        const name = `zaloSeed:${oaId}`;
        const digest = createHash('sha256').update(refreshToken).digest('hex');
        const before = await store.load(oaId);
        // Each refresh token works once: the one of the settings is spent as soon as it has been used.
        if (before !== undefined && (await readSetting(db, name)) === digest) return;
        await store.save(oaId, before?.refreshToken ?? null, pairFromRefreshToken(refreshToken, clock.now()));
        await saveSetting(db, name, digest);
      }),
  };
  return store;
}
