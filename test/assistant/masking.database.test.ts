import { eq, inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { declarations } from '../../src/demonstration/declarations.ts';
import { enterprises } from '../../src/demonstration/enterprises.ts';
import { officers } from '../../src/demonstration/officers.ts';
import { act, type Desk } from '../../src/desk/act.ts';
import { draftReply } from '../../src/desk/assistant/draft-reply.ts';
import { prepareCases } from '../../src/desk/assistant/prepare-cases.ts';
import { translateReply } from '../../src/desk/assistant/translate-reply.ts';
import { installDemonstrationTexts } from '../../src/desk/library/install-demonstration.ts';
import { advise } from '../../src/dialogue/advice/advise.ts';
import { understand } from '../../src/dialogue/understanding/understand.ts';
import { fold } from '../../src/rules/identity/fold.ts';
import { namesAround } from '../../src/store/assistant-cases.ts';
import { cases } from '../../src/store/schema/cases.ts';
import { conversations, messages } from '../../src/store/schema/conversations.ts';
import { openEmptyDesk, plant } from '../demonstration/empty-desk.ts';
import { assistantAt } from '../support/assistant.ts';
import { startModelStandIn } from '../support/model-stand-in.ts';

const clockItself = { kind: 'schedule', name: 'test' } as const;
const program = { kind: 'apiKey', name: 'test' } as const;

test('nothing that names somebody in the demonstration is in what the model was sent', async () => {
  await using desk = await openEmptyDesk('2026-11-20T10:10:00+07:00');
  await using model = await startModelStandIn();
  await plant(desk);
  await act(desk, clockItself, installDemonstrationTexts);
  const { db } = desk.database;
  const assistant = assistantAt(desk, model, { mostMilliseconds: 15_000, dailyBudgetMicros: 1e12 });
  const rows = await db.select().from(cases);
  const introductions = await introduce(desk);
  await db.update(conversations).set({ language: 'ko' });
  const accused = rows.filter(({ kind }) => kind === 'report' || kind === 'verification');
  model.answers.understand = () => ({ intent: 'lookup_appendix', category: null });

  await prepareCases(desk, assistant, new Date(0));
  const allAsked = rows.map(async (row) => {
    await draftReply(desk, assistant, program, row);
    await translateReply(desk, assistant, program, { reference: row.reference, text: row.description });
    if (row.conversationId === null || accused.includes(row)) return;
    const [chat] = await db.select().from(conversations).where(eq(conversations.id, row.conversationId));
    const about = {
      caseId: row.id,
      names: await namesAround(db, { conversationId: row.conversationId, caseId: row.id }),
    };
    for (const text of [row.description, ...asTyped(introductions[row.id % introductions.length] ?? '')]) {
      const unsure = { ...understand(text), ambiguities: [{ about: 'intent' as const, candidates: [] }] };
      if (chat !== undefined) await advise({ desk, assistant }, chat, text, unsure);
      await assistant.answer({ ...about, text, passages: [] });
      await assistant.translate({ ...about, text, from: 'vi', to: 'en' });
    }
  });
  await Promise.all(allAsked);

  const jobs = Map.groupBy(model.received, ({ job }) => job);
  expect([...jobs.keys()].toSorted()).toEqual(['answer', 'draft', 'summarise', 'translate', 'understand']);
  expect(model.received.length).toBeGreaterThan(100);
  const sent = fold(model.received.map(({ user }) => user).join('\n'));
  const texts = [...rows.map(({ description }) => description), ...introductions];
  expect(secrets(texts).length).toBeGreaterThan(100);
  expect(secrets(texts).filter((secret) => sent.includes(fold(secret)))).toEqual([]);
  // What accuses somebody is not sent at all, masked or not.
  expect(accused.length).toBeGreaterThan(0);
  const words = accused.map(({ description }) => fold(description).slice(0, 40));
  expect(words.filter((beginning) => sent.includes(beginning))).toEqual([]);
  // And what is left can still be understood.
  expect(sent).toContain('to khai ⟦so_');
  expect(sent).toContain('dinh vu');
});

/** Everybody says once who they are and whom they met, on one of their cases, with all that could find them. */
async function introduce(desk: Desk): Promise<string[]> {
  const { db } = desk.database;
  const rows = await db
    .select()
    .from(cases)
    .where(inArray(cases.kind, ['issue', 'question']));
  const said: string[] = [];
  for (const [index, row] of rows.entries()) {
    const enterprise = enterprises[index % enterprises.length];
    const officer = officers[(index * 7) % officers.length]?.name ?? '';
    const own = (await namesAround(db, { conversationId: row.conversationId, caseId: row.id })).slice(0, 3);
    const text = `Em là ${own.join(', ')}, đi cùng Công ty TNHH ${coreOf(enterprise?.name ?? '')} MST ${enterprise?.taxCode}, sđt 0912 34${index % 10} 678, thư ke-toan${index}@doanh-nghiep.example, văn phòng số ${index + 1}/5 đường Nguyễn Đức Cảnh. Hôm qua ${officer} hẹn cont TEMU 123456${index % 10} tờ khai 10786055${1000 + index}, xe 15C-123.${10 + (index % 90)}.`;
    await db
      .insert(messages)
      .values({ conversationId: row.conversationId, caseId: row.id, author: 'person', text, at: row.openedAt });
    said.push(text);
  }
  return said;
}

function coreOf(name: string): string {
  return name.replace(/^Công ty (?:TNHH|CP) /u, '');
}

/** As people type: as it stands, without diacritics, in capitals. */
function asTyped(text: string): string[] {
  return [text, fold(text), text.toUpperCase()];
}

function secrets(texts: readonly string[]): string[] {
  const all = texts.join('\n');
  return [
    ...enterprises.flatMap(({ name, taxCode, contacts }) => [
      taxCode,
      coreOf(name),
      ...contacts.map((contact) => contact.name),
    ]),
    ...officers.map((officer) => officer.name),
    ...declarations.map(({ number }) => number),
    ...(all.match(/\b[A-Z]{4}\s?\d{7}\b|\d{12}|Nguyễn Đức Cảnh|15C-\d{3}\.\d{2}/gu) ?? []),
    ...(all.match(/\b0\d{3}[\s.]?\d{3}[\s.]?\d{3}\b/gu) ?? []),
    ...(all.match(/[\w.-]+@[\w.-]+/gu) ?? []),
  ];
}
