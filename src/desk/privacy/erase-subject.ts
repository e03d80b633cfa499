import { type ConversationRow, recordConsent } from '../../store/conversations.ts';
import { casesToErase, type DataSubject } from '../../store/data-subjects.ts';
import {
  detachRatings,
  dropHeld,
  emptyInbox,
  forgetChats,
  forgetContact,
  wordsOutsideCases,
} from '../../store/erasing.ts';
import { appendLedger } from '../../store/ledger.ts';
import { forgetLookupsOf } from '../../store/lookups.ts';
import { lockConversationById } from '../../store/redaction.ts';
import { representedBy } from '../../store/represented.ts';
import { forgetCorrectionsOf } from '../../store/understanding-corrections.ts';
import type { Act } from '../act.ts';
import { endLink } from '../enterprises/end-link.ts';
import { eraseCase } from './erase-case.ts';
import { eraseMessages } from './erase-messages.ts';

const messagesAtOnce = 500;

/** How much went, for the ledger and the person. */
export interface Erased extends Record<string, number> {
  messages: number;
  cases: number;
  links: number;
  ratings: number;
}

/**
 * Removes what is kept about somebody: words, files, names, numbers, links. What stays names nobody: case numbers with
 * their ledgers, the office's answers, ratings as figures, and that consent was given and withdrawn. `askedIn` is the
 * chat that is answered by whoever calls this.
 */
export async function eraseSubject(current: Act, subject: DataSubject, askedIn: number): Promise<Erased> {
  const { tx, at, by } = current;
  const because = 'requested';
  const chats = new Map<number, ConversationRow>();
  for (const id of subject.conversationIds) chats.set(id, await lockConversationById(tx, id));
  const ids = [...chats.keys()];
  await dropHeld(tx, ids, 'Người nhận đã xóa dữ liệu');

  const erased: Erased = { messages: 0, cases: 0, links: 0, ratings: await detachRatings(tx, ids) };
  for (const caseId of await casesToErase(tx, ids)) {
    erased.messages += await eraseCase(current, { caseId, because, chats });
    erased.cases += 1;
  }
  for (;;) {
    const messages = await wordsOutsideCases(tx, ids, messagesAtOnce);
    if (messages.length === 0) break;
    const removed = await eraseMessages(current, messages, chats, because);
    const entries = removed.map(({ type, ...detail }) => ({ type, detail }));
    await appendLedger(tx, 'privacy', entries, by, at);
    erased.messages += messages.length;
  }
  await forgetCorrectionsOf(tx, ids);
  for (const chat of chats.values()) {
    await emptyInbox(tx, chat);
    await forgetLookupsOf(tx, chat.id);
  }

  // Last, so that colleagues and the other chats are told in words that are not removed at once.
  if (subject.contactId !== null) {
    for (const { enterpriseId } of await representedBy(tx, subject.contactId, at)) {
      const ended = { because: 'left' as const, exceptIn: askedIn };
      if (await endLink(current, { contactId: subject.contactId, enterpriseId }, ended)) erased.links += 1;
    }
    await forgetContact(tx, subject.contactId, at);
  }
  for (const conversationId of ids)
    await recordConsent(tx, { conversationId, textVersion: 'deletion', answer: 'withdrawn', at });
  await forgetChats(tx, ids);
  return erased;
}
