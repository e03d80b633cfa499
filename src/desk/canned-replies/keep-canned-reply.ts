import { Conflict, NotFound } from '../../errors.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import {
  type CannedReply,
  insertCannedReply,
  isCodeTaken,
  lockCannedReply,
  saveCannedReply,
} from '../../store/canned-replies.ts';
import { appendLedger } from '../../store/ledger.ts';
import { findUnit } from '../../store/organisation.ts';
import type { Act } from '../act.ts';
import { requireKeeper } from './keeper.ts';

export type CannedReplyWords = Pick<CannedReply, 'code' | 'title' | 'body' | 'unitId'>;

/** Adds a canned reply. A code that is in use is refused. */
export async function addCannedReply(current: Act, words: CannedReplyWords): Promise<number> {
  await requireKeeper(current, words.unitId);
  await requireUnit(current, words.unitId);
  const id = await insertCannedReply(current.tx, { ...words, updatedAt: current.at });
  if (id === null) throw codeTaken(words.code);
  await record(current, 'cannedReplyAdded', { cannedReplyId: id, code: words.code, unitId: words.unitId });
  return id;
}

/** Changes a canned reply; whoever moves it to another unit must answer for both. */
export async function changeCannedReply(current: Act, id: number, words: CannedReplyWords): Promise<void> {
  const before = await keptReply(current, id);
  await requireKeeper(current, words.unitId);
  await requireUnit(current, words.unitId);
  if (await isCodeTaken(current.tx, words.code, before.id)) throw codeTaken(words.code);
  await saveCannedReply(current.tx, id, { ...words, updatedAt: current.at });
  await record(current, 'cannedReplyChanged', { cannedReplyId: id, code: words.code, unitId: words.unitId });
}

/** Withdraws a canned reply; its code is free again. */
export async function withdrawCannedReply(current: Act, id: number): Promise<void> {
  const { code } = await keptReply(current, id);
  await saveCannedReply(current.tx, id, { endedAt: current.at });
  await record(current, 'cannedReplyWithdrawn', { cannedReplyId: id, code });
}

async function keptReply(current: Act, id: number): Promise<CannedReply> {
  const row = await lockCannedReply(current.tx, id);
  if (row === null) throw new NotFound('mẫu trả lời');
  await requireKeeper(current, row.unitId);
  return row;
}

async function requireUnit({ tx, at, zone }: Act, unitId: number | null): Promise<void> {
  if (unitId !== null && (await findUnit(tx, unitId, localDate(at, zone))) === null) throw new NotFound('đơn vị');
}

function codeTaken(code: string): Conflict {
  return new Conflict('codeTaken', `Đã có mẫu trả lời mang mã “${code}”.`);
}

async function record(current: Act, type: string, detail: Record<string, unknown>): Promise<void> {
  await appendLedger(current.tx, 'organisation', [{ type, detail }], current.by, current.at);
}
