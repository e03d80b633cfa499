import type { FaultCategory, WhatToDo } from '../result.ts';

export interface Meaning {
  readonly category: FaultCategory;
  readonly whatToDo: WhatToDo;
}

/** What the platform's error numbers mean. Numbers only: the texts beside them change. */
export type CodeTable = ReadonlyMap<number, Meaning>;

const usualRemedy: Record<FaultCategory, WhatToDo> = {
  auth: 'refreshToken',
  rate: 'backOff',
  window: 'useOtherChannel',
  parameter: 'fix',
  account: 'askAdministrator',
  quota: 'askAdministrator',
  night: 'waitUntilMorning',
  expiredAsset: 'uploadAgain',
  network: 'backOff',
  unknownOutcome: 'reconcile',
  unknown: 'askAdministrator',
};

/** A category with its usual remedy, unless another is given. */
export function meaning(category: FaultCategory, whatToDo: WhatToDo = usualRemedy[category]): Meaning {
  return { category, whatToDo };
}

export function codeTable(rows: readonly (readonly [Meaning, readonly number[]])[]): CodeTable {
  return new Map(rows.flatMap(([means, codes]) => codes.map((code) => [code, means] as const)));
}
