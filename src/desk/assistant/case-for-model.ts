import type { SaidOnCase } from '../../assistant/port.ts';
import { categoryLabels, isCategoryCode } from '../../rules/identity/categories.ts';
import { namesAround, saidOnCase } from '../../store/assistant-cases.ts';
import type { CaseRow } from '../../store/cases.ts';
import type { Db, Tx } from '../../store/database.ts';

/** What the model is told of a case. */
export interface CaseForModel {
  caseId: number;
  matter: string;
  messages: readonly SaidOnCase[];
  names: readonly string[];
  /** The newest message that it knows; null where nothing was said. */
  upTo: number | null;
}

// More than that costs and tells little: the matter itself stands at the beginning.
const mostMessages = 12;
const longestText = 1500;

/** Gathers what the model is told of a case: its matter, what was said last, and the names to be hidden in them. */
export async function caseForModel(db: Db | Tx, row: CaseRow): Promise<CaseForModel> {
  const said = await saidOnCase(db, row.id, mostMessages);
  const category = isCategoryCode(row.category) ? categoryLabels[row.category].vi : row.category;
  return {
    caseId: row.id,
    matter: `${category}: ${cut(row.description)}`,
    messages: said
      .filter(({ text }) => text !== row.description)
      .map(({ author, text }) => ({ from: author === 'person' ? 'enterprise' : 'customs', text: cut(text) })),
    names: await namesAround(db, { conversationId: row.conversationId, caseId: row.id }),
    upTo: said.at(-1)?.id ?? null,
  };
}

function cut(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText)}…`;
}
