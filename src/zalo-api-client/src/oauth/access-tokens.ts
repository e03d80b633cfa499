import { failed, succeeded, type ZaloResult } from '../result.ts';

/** Where a client gets its access token. A fault from here means that nothing was sent. */
export interface AccessTokens {
  /** The token to use now. */
  current(): Promise<ZaloResult<string>>;
  /** Another token than `refused`, which the platform did not accept. */
  replace(refused: string): Promise<ZaloResult<string>>;
}

/** One token that is never renewed, for scripts and tests. */
export function fixedToken(token: string): AccessTokens {
  return {
    current: async () => succeeded(token),
    replace: async () =>
      failed({ category: 'auth', whatToDo: 'askAdministrator', message: 'The access token is refused; grant again' }),
  };
}
