import { act, type Desk } from '../../desk/act.ts';
import { say } from '../../desk/conversations/say.ts';
import { type ExportFile, finishExport } from '../../desk/privacy/finish-export.ts';
import { conversationById } from '../../store/conversations.ts';
import { dataRequestById, saveDataRequest } from '../../store/data-requests.ts';
import { keptAbout, subjectOf } from '../../store/data-subjects.ts';
import { casesToExport, messagesToExport, ratingsToExport } from '../../store/export-reading.ts';
import { retentionInForce } from '../../store/retention.ts';
import { beginContentFile, type ContentFile } from './content-file.ts';
import { type ExportHead, pageFoot, pageHead, pageMessage } from './page.ts';
import { exportWordsIn } from './words.ts';

const messagesAtOnce = 1000;
// Fewer are read faster than a person reads that they are being read.
const longExport = 5000;
const by = { kind: 'schedule' as const, name: 'prepare-export' };

/**
 * Makes the copy of their data that somebody asked for, as JSON and as a page to read, and sends both. Messages go
 * through page by page, so that a long history needs no more memory than a short one. Done again it sends nothing twice.
 */
export async function prepareExport(
  { desk, filesDirectory }: { desk: Desk; filesDirectory: string },
  { requestId }: { requestId: number },
): Promise<void> {
  const { db } = desk.database;
  const request = await dataRequestById(db, requestId);
  if (request === null || request.state !== 'preparing') return;
  const conversation = await conversationById(db, request.conversationId);
  const subject = await subjectOf(db, conversation);
  const preparedAt = desk.clock.now();
  const head: ExportHead = {
    kept: await keptAbout(db, subject),
    cases: await casesToExport(db, subject),
    ratings: await ratingsToExport(db, subject),
    periods: await retentionInForce(db, preparedAt),
    preparedAt,
    zone: desk.zone,
  };
  const words = exportWordsIn(conversation.language ?? 'vi');

  const json = await beginContentFile(filesDirectory, `export-${requestId}.json`);
  const page = await beginContentFile(filesDirectory, `export-${requestId}.html`);
  try {
    await json.write(jsonHead(head));
    await page.write(pageHead(head, words));
    let done = 0;
    for (let after = 0; ; ) {
      const messages = await messagesToExport(db, subject, { after, limit: messagesAtOnce });
      const last = messages.at(-1);
      if (last === undefined) break;
      await json.write(messages.map((message, at) => jsonMessage(message, done + at === 0)).join(''));
      await page.write(messages.map((message) => pageMessage(message, words, desk.zone)).join(''));
      after = last.id;
      await tellProgress(desk, requestId, { before: done, done: done + messages.length, all: head.kept.messages });
      done += messages.length;
    }
    await json.write('\n]}\n');
    await page.write(pageFoot);
  } catch (fault) {
    await json.discard();
    await page.discard();
    throw fault;
  }

  const files = [
    await finished(page, { name: `${words.fileName}.html`, mediaType: 'text/html' }),
    await finished(json, { name: `${words.fileName}.json`, mediaType: 'application/json' }),
  ];
  await act(desk, by, (current) => finishExport(current, { requestId, files }));
}

function jsonHead({ kept, cases, ratings, periods, preparedAt }: ExportHead): string {
  const { messages: messageCount, ...about } = kept;
  const head = JSON.stringify({
    preparedAt,
    about: { ...about, messageCount },
    retention: periods,
    caseList: cases,
    ratings,
  });
  return `${head.slice(0, -1)},"messages":[`;
}

function jsonMessage(message: object, isFirst: boolean): string {
  return `${isFirst ? '' : ','}\n${JSON.stringify(message)}`;
}

async function finished(file: ContentFile, facts: Pick<ExportFile, 'name' | 'mediaType'>): Promise<ExportFile> {
  return { ...facts, ...(await file.finish()) };
}

/** Keeps how far it has come, for whoever asks, and tells the person once when half of a long copy is done. */
async function tellProgress(
  desk: Desk,
  requestId: number,
  { before, done, all }: { before: number; done: number; all: number },
): Promise<void> {
  const progress = Math.min(99, Math.floor((done / Math.max(all, 1)) * 100));
  await saveDataRequest(desk.database.db, requestId, { progress });
  const isHalfway = before < all / 2 && done >= all / 2;
  if (all < longExport || !isHalfway) return;
  await act(desk, by, async (current) => {
    const request = await dataRequestById(current.tx, requestId);
    if (request === null) return;
    const { language } = await conversationById(current.tx, request.conversationId);
    const message = current.phrasing.toContact({ kind: 'dataExportHalfway', messages: done }, language ?? 'vi');
    await say(current, { conversationId: request.conversationId, message });
  });
}
