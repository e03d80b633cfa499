import type { ViewedCaseView } from '../../http/oversight-routes.ts';

export const tabs = ['cases', 'viewers', 'log'] as const;
export const periods = ['1', '7', '30', '365'] as const;
export const kinds = [
  'report',
  'verification',
  'issue',
  'question',
] as const satisfies readonly ViewedCaseView['kind'][];

/** What the address of the page says. */
export interface ViewsSearch {
  list?: (typeof tabs)[number];
  past?: (typeof periods)[number];
  kind?: (typeof kinds)[number];
  reference?: string;
  officer?: number;
}

/** Reads the address; what nobody can have chosen is left out. */
export function readViewsSearch({ list, past, kind, reference, officer }: Record<string, unknown>): ViewsSearch {
  const knownTab = tabs.find((each) => each === list);
  const knownDays = periods.find((each) => each === String(past));
  const knownKind = kinds.find((each) => each === kind);
  const knownOfficer = Number(officer);
  return {
    ...(knownTab === undefined || knownTab === 'cases' ? {} : { list: knownTab }),
    ...(knownDays === undefined || knownDays === '30' ? {} : { past: knownDays }),
    ...(knownKind === undefined ? {} : { kind: knownKind }),
    ...(typeof reference === 'string' && reference !== '' ? { reference } : {}),
    ...(Number.isSafeInteger(knownOfficer) && knownOfficer > 0 ? { officer: knownOfficer } : {}),
  };
}
