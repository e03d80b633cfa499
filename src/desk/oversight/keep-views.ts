import type { Actor } from '../../rules/case/words.ts';
import { isAboutConduct } from '../../rules/visibility/can-see.ts';
import { type ViewedPart, viewWindowAt } from '../../rules/visibility/case-view.ts';
import { insertCaseViews, type NewCaseView, viewedCases } from '../../store/case-views.ts';
import type { Tx } from '../../store/database.ts';
import { appendLedger } from '../../store/ledger.ts';

/** One look: the case by its reference or id, or by a file that was sent with it. */
export interface Look {
  by: Extract<Actor, { kind: 'officer' | 'apiKey' }>;
  of: { reference: string } | { caseId: number } | { fileId: number };
  part: ViewedPart;
  at: Date;
}

export function viewerName(by: Look['by']): string {
  return by.kind === 'officer' ? String(by.officerId) : `key ${by.name}`;
}

/**
 * Keeps who looked at what, one look for each ten minutes, and writes the first one at a report or verification into the
 * ledger. Its stream is read by nobody who could be the subject of one.
 */
export async function keepViews(tx: Tx, looks: readonly Look[]): Promise<void> {
  const { byReference, byFile } = await viewedCases(
    tx,
    [...new Set(looks.flatMap(({ of }) => ('reference' in of ? [of.reference] : [])))],
    [...new Set(looks.flatMap(({ of }) => ('fileId' in of ? [of.fileId] : [])))],
  );
  const caseOf = (of: Look['of']) => {
    if ('caseId' in of) return of.caseId;
    return 'reference' in of ? byReference.get(of.reference) : byFile.get(of.fileId);
  };
  const rows = looks.flatMap(({ by, of, part, at }): NewCaseView[] => {
    const caseId = caseOf(of);
    if (caseId === undefined) return [];
    const officerId = by.kind === 'officer' ? by.officerId : null;
    return [{ caseId, viewer: viewerName(by), officerId, part, windowAt: viewWindowAt(at), at }];
  });
  const actors = new Map(looks.map(({ by }) => [viewerName(by), by]));
  for (const view of await insertCaseViews(tx, rows)) {
    const by = actors.get(view.viewer);
    if (by === undefined || !isAboutConduct(view.kind)) continue;
    const detail = { caseId: view.caseId, part: view.part };
    await appendLedger(tx, 'views', [{ type: 'protectedCaseOpened', detail }], by, view.at);
  }
}
