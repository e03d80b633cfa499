import { fieldsOf, isFields, numberOf, present, textOf } from '../read.ts';
import type { FaultCategory, WhatToDo, ZaloFault } from '../result.ts';
import type { TokenPair } from './token-pair.ts';

/** The pair as text for a store to encrypt and keep. It holds both tokens. */
export function writePair(pair: TokenPair): string {
  return JSON.stringify(pair);
}

/** The pair from its text; undefined for text that never was one. */
export function readPair(text: string): TokenPair | undefined {
  const fields = fieldsOf(parse(text));
  const refreshToken = textOf(fields.refreshToken);
  const refreshTokenObtainedAt = dateOf(fields.refreshTokenObtainedAt);
  if (refreshToken === undefined || refreshTokenObtainedAt === undefined) return undefined;
  return present({
    refreshToken,
    refreshTokenObtainedAt,
    access: readAccess(fields.access),
    refreshingSince: dateOf(fields.refreshingSince),
    failing: readFailing(fields.failing),
    grantLost: readGrantLost(fields.grantLost),
  });
}

function readAccess(value: unknown): TokenPair['access'] {
  const fields = fieldsOf(value);
  const token = textOf(fields.token);
  const obtainedAt = dateOf(fields.obtainedAt);
  const expiresAt = dateOf(fields.expiresAt);
  if (token === undefined || obtainedAt === undefined || expiresAt === undefined) return undefined;
  return { token, obtainedAt, expiresAt };
}

function readFailing(value: unknown): TokenPair['failing'] {
  const fields = fieldsOf(value);
  const since = dateOf(fields.since);
  const lastAttemptAt = dateOf(fields.lastAttemptAt);
  const lastFault = readFault(fields.lastFault);
  if (since === undefined || lastAttemptAt === undefined || lastFault === undefined) return undefined;
  return { since, lastAttemptAt, lastFault };
}

function readFault(value: unknown): ZaloFault | undefined {
  const fields = fieldsOf(value);
  const message = textOf(fields.message);
  if (!isFields(value) || message === undefined) return undefined;
  return present({
    code: numberOf(fields.code),
    // Written by `writePair` from a fault, so the words are ours.
    category: fields.category as FaultCategory,
    whatToDo: fields.whatToDo as WhatToDo,
    message,
    httpStatus: numberOf(fields.httpStatus),
    retryAfterSeconds: numberOf(fields.retryAfterSeconds),
  });
}

function readGrantLost(value: unknown): TokenPair['grantLost'] {
  const fields = fieldsOf(value);
  const at = dateOf(fields.at);
  if (at === undefined) return undefined;
  return { at, because: fields.because === 'answerLost' ? 'answerLost' : 'refused' };
}

function dateOf(value: unknown): Date | undefined {
  const date = new Date(textOf(value) ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
