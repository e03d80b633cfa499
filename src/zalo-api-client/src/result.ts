/** What became of a request to Zalo. Nothing the platform or the network does is thrown. */
export type ZaloResult<T> =
  | { readonly ok: true; readonly value: T; readonly rateLimitRemaining?: number }
  | { readonly ok: false; readonly error: ZaloFault; readonly rateLimitRemaining?: number };

export type FaultCategory =
  | 'auth'
  | 'rate'
  | 'window'
  | 'parameter'
  | 'account'
  | 'quota'
  | 'night'
  | 'expiredAsset'
  | 'network'
  | 'unknownOutcome'
  | 'unknown';

/** What a program can do about a fault. `reconcile`: the request may have been carried out, so look before repeating. */
export type WhatToDo =
  | 'refreshToken'
  | 'backOff'
  | 'useOtherChannel'
  | 'fix'
  | 'askAdministrator'
  | 'uploadAgain'
  | 'waitUntilMorning'
  | 'reconcile';

/** A request that did not succeed, or is not known to have succeeded. Its message never contains a secret. */
export interface ZaloFault {
  /** The platform's own number. Absent when it gave none, or when nothing was sent. */
  readonly code?: number;
  readonly category: FaultCategory;
  readonly whatToDo: WhatToDo;
  readonly message: string;
  readonly httpStatus?: number;
  readonly retryAfterSeconds?: number;
}

export function succeeded<T>(value: T): ZaloResult<T> {
  return { ok: true, value };
}

export function failed(error: ZaloFault): { readonly ok: false; readonly error: ZaloFault } {
  return { ok: false, error };
}

/** A request this client refuses to make, because the platform would refuse it. */
export function refusedBeforeSending(problem: string): { readonly ok: false; readonly error: ZaloFault } {
  return failed({ category: 'parameter', whatToDo: 'fix', message: `Not sent: ${problem}` });
}

/** The same outcome with its value put through `read`. */
export function mapResult<T, U>(result: ZaloResult<T>, read: (value: T) => U): ZaloResult<U> {
  return result.ok ? { ...result, value: read(result.value) } : result;
}
