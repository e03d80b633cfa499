import type { Assistant } from '../../assistant/port.ts';
import { lookUp } from '../../knowledge/search/look-up.ts';
import type { Actor } from '../../rules/case/words.ts';
import { isAboutConduct } from '../../rules/visibility/can-see.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { libraryOn } from '../../store/library-index.ts';
import { act, type Desk } from '../act.ts';
import { officerIdOf } from '../actor.ts';
import { visibleCase } from '../visibility.ts';
import { caseForModel } from './case-for-model.ts';
import { passagesFor } from './passages.ts';

/** What an officer might answer, and the sentences of the appendices that it rests on. */
export interface DraftedReply {
  draftId: number;
  text: string;
  sources: readonly { address: string; quote: string }[];
}

const mostArticles = 3;

/**
 * Asks the model for an answer that the officer may take, change or leave. Null where it has none; a matter that accuses
 * somebody is never told to it. No transaction is held while it thinks.
 */
export async function draftReply(
  desk: Desk,
  assistant: Assistant,
  by: Actor,
  { reference }: { reference: string },
): Promise<DraftedReply | null> {
  const question = await act(desk, by, async (current) => {
    // Refuses whoever is no officer before anything is read.
    officerIdOf(current);
    const row = await visibleCase(current, reference);
    if (isAboutConduct(row.kind)) return null;
    const { index } = await libraryOn(current.tx, localDate(current.at, current.zone));
    const told = await caseForModel(current.tx, row);
    const newest = told.messages.findLast(({ from }) => from === 'enterprise')?.text ?? '';
    const found = lookUp(index, `${row.description}\n${newest}`, mostArticles);
    return { ...told, passages: passagesFor(found, mostArticles) };
  });
  if (question === null) return null;
  const draft = await assistant.draft(question);
  if (draft === null) return null;
  const sources = draft.sources.map(({ id, quote }) => ({ address: id, quote }));
  return { draftId: draft.runId, text: draft.text, sources };
}
