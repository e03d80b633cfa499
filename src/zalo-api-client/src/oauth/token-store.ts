import type { TokenPair } from './token-pair.ts';

/** Where the pairs live. Each promise resolves once the data is safe; a rejection is passed on to the caller. */
export interface TokenStore {
  /**
   * Runs `work` while no other process does so for the same account. The lock has to outlast two HTTP timeouts: one that
   * ends sooner lets a second process spend the same refresh token.
   */
  withLock<T>(oaId: string, work: () => Promise<T>): Promise<T>;
  load(oaId: string): Promise<TokenPair | undefined>;
  /**
   * Replaces the pair if the stored refresh token still is `expectedOldRefreshToken` (null: nothing is stored), and says
   * whether it did.
   */
  save(oaId: string, expectedOldRefreshToken: string | null, pair: TokenPair): Promise<boolean>;
}

/** A store for one process, which forgets everything at its end. */
export function memoryTokenStore(): TokenStore {
  const pairs = new Map<string, TokenPair>();
  const tails = new Map<string, Promise<unknown>>();
  return {
    withLock(oaId, work) {
      const turn = (tails.get(oaId) ?? Promise.resolve()).then(work);
      // Whoever comes next waits for this turn to end, well or badly.
      tails.set(
        oaId,
        turn.catch(() => undefined),
      );
      return turn;
    },
    load: async (oaId) => pairs.get(oaId),
    async save(oaId, expectedOldRefreshToken, pair) {
      if ((pairs.get(oaId)?.refreshToken ?? null) !== expectedOldRefreshToken) return false;
      pairs.set(oaId, pair);
      return true;
    },
  };
}
