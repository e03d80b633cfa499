import { createHash } from 'node:crypto';
import type { Assistant } from '../../assistant/port.ts';
import type { SpokenLanguage } from '../../rules/working-time/say-when.ts';
import {
  casesForModel,
  casesTouchedSince,
  claimSummary,
  namesAround,
  type SaidMessage,
  saidOnCase,
  saveSummary,
} from '../../store/assistant-cases.ts';
import type { CaseRow } from '../../store/cases.ts';
import { noteChange } from '../../store/live.ts';
import { casesToTranslateAgain, claimTranslation, saveTranslation } from '../../store/translations.ts';
import { act, type Desk } from '../act.ts';
import { caseForModel } from './case-for-model.ts';

// Questions to the model under way at once; what enterprises wait for comes beside them and is never behind.
const atOnce = 4;
const casesAPass = 200;
const messagesACase = 30;

/**
 * Looks at the cases that changed at `since` or later, as far as the model may be told of them: has what enterprises wrote
 * in another language translated for officers, and each summarised for the alerts to come. `seen` remembers where each case
 * stood, so that the next pass leaves alone what did not change. Safe to run in any number of processes. Returns how many
 * questions were asked.
 */
export async function prepareCases(
  desk: Desk,
  assistant: Assistant,
  since: Date,
  seen: Map<number, string> = new Map(),
): Promise<number> {
  const { db } = desk.database;
  const at = desk.clock.now();
  const touched = await casesTouchedSince(db, since, casesAPass);
  const changed = [...touched].filter(([caseId, mark]) => seen.get(caseId) !== mark).map(([caseId]) => caseId);
  seen.clear();
  for (const [caseId, mark] of touched) seen.set(caseId, mark);
  const rows = await casesForModel(db, [...new Set([...changed, ...(await casesToTranslateAgain(db, at))])]);
  let asked = 0;
  async function take(): Promise<void> {
    for (let row = rows.shift(); row !== undefined; row = rows.shift()) {
      asked += await translateCase(desk, assistant, row, at);
      asked += await summariseCase(desk, assistant, row, at);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, take));
  return asked;
}

async function translateCase(desk: Desk, assistant: Assistant, row: CaseRow, at: Date): Promise<number> {
  const { db } = desk.database;
  let asked = 0;
  for (const message of await saidOnCase(db, row.id, messagesACase)) {
    const from = message.author === 'person' ? foreignLanguageOf(message) : null;
    if (from === null) continue;
    const sourceHash = createHash('sha256').update(message.text).digest('hex');
    if (!(await claimTranslation(db, { messageId: message.id, from, sourceHash, at }))) continue;
    asked += 1;
    const names = await namesAround(db, { conversationId: row.conversationId, caseId: row.id });
    const text = await assistant.translate({ caseId: row.id, names, text: message.text, from, to: 'vi' });
    if (text === null) continue;
    await act(desk, { kind: 'schedule', name: 'translate' }, async (current) => {
      if (!(await saveTranslation(current.tx, message.id, message.text, text))) return;
      const { conversationId } = row;
      await noteChange(current.tx, { topic: 'conversation', caseId: row.id, conversationId, at: current.at });
      current.wakes.add('live');
    });
  }
  return asked;
}

async function summariseCase(desk: Desk, assistant: Assistant, row: CaseRow, at: Date): Promise<number> {
  const { db } = desk.database;
  const { upTo, ...question } = await caseForModel(db, row);
  // One message says it all: the alert quotes it as it is.
  if (upTo === null || question.messages.length === 0 || !(await claimSummary(db, row.id, upTo, at))) return 0;
  const text = await assistant.summarise(question);
  if (text !== null) await saveSummary(db, row.id, upTo, text);
  return 1;
}

/** Null for Vietnamese, and for what is too short to be in any language. Hangul and Vietnamese letters outweigh the setting. */
function foreignLanguageOf({ text, language }: SaidMessage): SpokenLanguage | null {
  if ((text.match(/\p{Script=Hangul}/gu)?.length ?? 0) >= 2) return 'ko';
  if (/[ăđơưạ-ỹ]/iu.test(text.normalize('NFC')) || !/\p{L}{2}/u.test(text)) return null;
  return language === 'en' || language === 'ko' ? 'en' : null;
}
