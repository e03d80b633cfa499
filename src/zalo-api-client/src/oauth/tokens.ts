import type { Clock } from '../ports.ts';
import { failed, succeeded, type ZaloFault, type ZaloResult } from '../result.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { Granted, OAuthClient } from './client.ts';
import { grantInstruction, type TokenHealth, tokenHealth } from './health.ts';
import { afterRefusal, afterSilence } from './refresh-outcome.ts';
import { isDueForRefresh, isUsable, pairFromGrant, type TokenPair } from './token-pair.ts';
import type { TokenStore } from './token-store.ts';

export interface TokenSettings {
  readonly store: TokenStore;
  readonly oauth: Pick<OAuthClient, 'refresh'>;
  readonly clock: Clock;
  readonly oaId: string;
  /** How long to leave Zalo alone after a refresh that failed; 60 unless given. */
  readonly retryAfterSeconds?: number;
}

/** The tokens of one account, renewed when half of their life is gone or when one is refused. */
export interface Tokens extends AccessTokens {
  /** Takes a new grant, whatever is stored. */
  adopt(granted: Granted): Promise<void>;
  /** The same for a pair made otherwise, such as one from `pairFromRefreshToken`. */
  adoptPair(pair: TokenPair): Promise<void>;
  health(): Promise<TokenHealth>;
}

export function openTokens(settings: TokenSettings): Tokens {
  const { store, clock, oaId } = settings;
  // A pair the platform handed out and the store would not take yet. It is stored before anything else happens.
  const unsaved: Unsaved = { pair: undefined };

  async function renew(refused?: string): Promise<ZaloResult<string>> {
    return store.withLock(oaId, () => renewUnderLock(settings, unsaved, refused));
  }

  async function adoptPair(pair: TokenPair): Promise<void> {
    await store.withLock(oaId, async () => {
      const before = await store.load(oaId);
      const isSaved = await store.save(oaId, before?.refreshToken ?? null, pair);
      if (!isSaved) throw new Error('The token store changed under its own lock');
      unsaved.pair = undefined;
    });
  }

  return {
    async current() {
      const pair = await store.load(oaId);
      const now = clock.now();
      const isFresh = pair?.access !== undefined && isUsable(pair, now) && !isDueForRefresh(pair, now);
      return isFresh ? succeeded(pair.access.token) : renew();
    },
    replace: (refused) => renew(refused),
    adopt: (granted) => adoptPair(pairFromGrant(granted, clock.now())),
    adoptPair,
    health: async () => tokenHealth(await store.load(oaId), clock.now()),
  };
}

interface Unsaved {
  pair: { readonly next: TokenPair; readonly replaces: string } | undefined;
}

async function renewUnderLock(
  settings: TokenSettings,
  unsaved: Unsaved,
  refused: string | undefined,
): Promise<ZaloResult<string>> {
  const { store, oauth, clock, oaId } = settings;
  await saveLeftover(settings, unsaved);
  const before = await store.load(oaId);
  if (before === undefined) return failed(noGrant);

  // Another process may have renewed while this one waited for the lock.
  const startedAt = clock.now();
  const held = before.access?.token !== refused && isUsable(before, startedAt) ? before.access : undefined;
  if (held !== undefined && !isDueForRefresh(before, startedAt)) return succeeded(held.token);
  const meanwhile = (fault: ZaloFault) => (held === undefined ? failed(toldToCaller(fault)) : succeeded(held.token));

  if (before.grantLost !== undefined) return meanwhile(lostGrant(before.grantLost.because));
  if (before.failing !== undefined && isTooSoon(settings, before.failing.lastAttemptAt, startedAt)) {
    return meanwhile(before.failing.lastFault);
  }

  // The mark outlives a crash, so that a later refusal of this refresh token can be explained.
  const marked = { ...before, refreshingSince: before.refreshingSince ?? startedAt };
  if (!(await store.save(oaId, before.refreshToken, marked))) return meanwhile(changedMeanwhile);
  const answer = await oauth.refresh(before.refreshToken);
  const answeredAt = clock.now();

  if (answer.ok) {
    unsaved.pair = { next: pairFromGrant(answer.value, answeredAt), replaces: before.refreshToken };
    await saveLeftover(settings, unsaved);
    const stored = await store.load(oaId);
    return stored?.access === undefined ? failed(changedMeanwhile) : succeeded(stored.access.token);
  }

  const isSilence = answer.error.category === 'unknownOutcome' || answer.error.category === 'network';
  const after = isSilence
    ? afterSilence(before, answer.error, { startedAt, answeredAt })
    : afterRefusal(before, answer.error, answeredAt);
  await store.save(oaId, before.refreshToken, after);
  return meanwhile(after.grantLost === undefined ? answer.error : lostGrant(after.grantLost.because));
}

async function saveLeftover({ store, oaId }: TokenSettings, unsaved: Unsaved): Promise<void> {
  if (unsaved.pair === undefined) return;
  // A refusal to replace means that a newer grant has been stored: then that one counts.
  await store.save(oaId, unsaved.pair.replaces, unsaved.pair.next);
  unsaved.pair = undefined;
}

function isTooSoon({ retryAfterSeconds = 60 }: TokenSettings, lastAttemptAt: Date, now: Date): boolean {
  return now.getTime() - lastAttemptAt.getTime() < retryAfterSeconds * 1000;
}

const noGrant: ZaloFault = {
  category: 'auth',
  whatToDo: 'askAdministrator',
  message: 'No grant is stored for this Official Account: an administrator has to grant it to the app',
};

const changedMeanwhile: ZaloFault = {
  category: 'network',
  whatToDo: 'backOff',
  message: 'The stored tokens changed while they were being renewed: try again',
};

function lostGrant(because: 'refused' | 'answerLost'): ZaloFault {
  return { category: 'auth', whatToDo: 'askAdministrator', message: grantInstruction(because) };
}

// Whatever became of the refresh, the caller's own request never left: its outcome is known.
function toldToCaller(fault: ZaloFault): ZaloFault {
  return fault.category === 'unknownOutcome' ? { ...fault, category: 'network', whatToDo: 'backOff' } : fault;
}
