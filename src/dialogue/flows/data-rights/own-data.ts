import type { Choice } from '../../../channel/port.ts';
import { askAboutData, cancelDeletion } from '../../../desk/privacy/ask-about-data.ts';
import { withdrawConsent } from '../../../desk/privacy/withdraw-consent.ts';
import { NotFound } from '../../../errors.ts';
import { type DataRequestRow, openDataRequests } from '../../../store/data-requests.ts';
import { type DataSubject, inTheWayOf, keptAbout, subjectOf } from '../../../store/data-subjects.ts';
import { retentionInForce } from '../../../store/retention.ts';
import { commandValues } from '../../command-values.ts';
import { dataRightsIn } from '../../phrases/data-rights.ts';
import type { Turn } from '../../turn.ts';
import { menuMessage } from '../menu.ts';

// Nobody needs consent to be told what is kept about them, nor to have it deleted: these flows ask for none.

/** Shows what is kept about the person of this chat, for how long and why, and what can be done about it. */
export async function showOwnData(turn: Turn): Promise<void> {
  const { act, phrases } = turn;
  const words = dataRightsIn(phrases.language);
  const subject = await subjectNow(turn);
  const open = await openDataRequests(act.tx, subject.conversationIds);
  const text = words.overview({
    kept: await keptAbout(act.tx, subject),
    periods: await retentionInForce(act.tx, act.at),
    zone: act.zone,
  });
  const exporting = open.find(({ kind }) => kind === 'export');
  const deleting = open.find(({ kind }) => kind === 'deletion');
  const standing = [
    ...(exporting === undefined ? [] : [words.isPreparing(exporting.progress)]),
    ...(deleting === undefined ? [] : [words.isWaiting]),
  ];
  await turn.say({
    text: [text, ...(standing.length === 0 ? [] : ['', ...standing])].join('\n'),
    choices: choicesFor(turn, deleting !== undefined),
  });
}

function choicesFor({ consent, phrases }: Turn, isDeleting: boolean): Choice[][] {
  const words = dataRightsIn(phrases.language);
  const remove: Choice = isDeleting
    ? { value: commandValues.dataKeep, label: words.keepIt }
    : { value: commandValues.dataDelete, label: words.deleteIt };
  const withdraw: Choice[][] =
    consent === 'given' ? [[{ value: commandValues.dataWithdraw, label: words.withdraw }]] : [];
  return [
    [{ value: commandValues.dataExport, label: words.exportIt }, remove],
    ...withdraw,
    [{ value: commandValues.menu, label: phrases.back }],
  ];
}

/** Begins the copy, or says how far it is. */
export async function exportOwnData(turn: Turn): Promise<void> {
  const { act, phrases, conversation } = turn;
  const words = dataRightsIn(phrases.language);
  const { request, isNew } = await askAboutData({ ...act, by: turn.by }, conversation, 'export');
  const text = isNew ? words.exportBegun(request.dueBy, act.at, act.zone) : words.exportRunning(request.progress);
  await turn.say({ text });
}

/** Says what goes, what stays and why, and what the deletion has to wait for, before anything is done. */
export async function askToDelete(turn: Turn): Promise<void> {
  const { act, phrases } = turn;
  const words = dataRightsIn(phrases.language);
  const subject = await subjectNow(turn);
  const { cases } = await keptAbout(act.tx, subject);
  const { openCases } = await inTheWayOf(act.tx, subject);
  const isExporting = await isPreparing(turn, subject);
  await turn.say({
    text: words.surelyDelete({ cases: cases.length, openCases, isExporting }),
    choices: [
      [{ value: commandValues.dataDeleteSurely, label: words.yesDelete }],
      [{ value: commandValues.menu, label: phrases.back }],
    ],
  });
}

/** The person means it. What is in the way is finished first, as was said. */
export async function deleteOwnData(turn: Turn): Promise<void> {
  const { act, phrases, conversation } = turn;
  const words = dataRightsIn(phrases.language);
  const subject = await subjectNow(turn);
  const { request } = await askAboutData({ ...act, by: turn.by }, conversation, 'deletion');
  const { openCases } = await inTheWayOf(act.tx, subject);
  const isExporting = await isPreparing(turn, subject);
  turn.go({ at: 'idle' });
  const waits = openCases.length > 0 || isExporting;
  await turn.say({
    text: waits ? words.deletionWaits(openCases, isExporting) : words.deletionBegun(request.dueBy, act.at, act.zone),
  });
}

/** The person changed their mind while the deletion waits. */
export async function keepOwnData(turn: Turn): Promise<void> {
  const words = dataRightsIn(turn.phrases.language);
  const kept = await cancelDeletion({ ...turn.act, by: turn.by }, turn.conversation).then(
    () => true,
    (refusal: unknown) => {
      if (refusal instanceof NotFound) return false;
      throw refusal;
    },
  );
  await turn.say(menuMessage(turn.phrases, kept ? words.deletionKept : words.nothingToCancel));
}

/** The person no longer agrees to what is kept: what was said outside of a case goes within a day. */
export async function withdrawOwnConsent(turn: Turn): Promise<void> {
  const { act, phrases, conversation } = turn;
  const words = dataRightsIn(phrases.language);
  const done = await withdrawConsent({ ...act, by: turn.by }, conversation, phrases.consentVersion);
  turn.go({ at: 'idle' });
  await turn.say(menuMessage(phrases, done ? words.withdrawn : words.nothingToWithdraw));
}

/** The person may have agreed or been linked earlier in this very turn. */
function subjectNow({ act, conversation, contact }: Turn): Promise<DataSubject> {
  return subjectOf(act.tx, { id: conversation.id, contactId: contact?.contactId ?? conversation.contactId });
}

/** Words on their way are nothing to speak of; a copy that somebody asked for is. */
async function isPreparing({ act }: Turn, subject: DataSubject): Promise<boolean> {
  const open: DataRequestRow[] = await openDataRequests(act.tx, subject.conversationIds);
  return open.some(({ kind }) => kind === 'export');
}
