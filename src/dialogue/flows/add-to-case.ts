import type { Choice } from '../../channel/port.ts';
import { enterpriseWrites } from '../../desk/cases/enterprise-writes.ts';
import { attachToCase } from '../../store/messages.ts';
import { openCasesOf, ownCase } from '../../store/my-cases.ts';
import { commandValues } from '../command-values.ts';
import type { DialogueState } from '../state.ts';
import type { Turn } from '../turn.ts';
import { sightOf } from './linking/represented.ts';
import { menuMessage } from './menu.ts';
import { startIssue } from './raise-issue.ts';

/** Puts what the person wrote under the case and tells whoever has it. */
export async function addToCase(
  turn: Turn,
  reference: string,
  said: { text: string; messageIds: readonly number[] } = { text: turn.text, messageIds: [turn.messageId] },
): Promise<void> {
  const { act, phrases } = turn;
  const row = await ownCase(act.tx, await sightOf(turn), reference);
  turn.go({ at: 'idle' });
  if (row === null) return turn.say(menuMessage(phrases, phrases.noSuchCase));
  const { reference: number } = row;
  if (row.state === 'closed') {
    return turn.say({
      text: phrases.closedCannotAdd(number),
      choices: [
        [
          { value: commandValues.notSolved(number), label: phrases.notSolved },
          { value: commandValues.issue, label: phrases.newIssue },
        ],
      ],
    });
  }
  const [last, ...earlier] = said.messageIds.toReversed();
  if (last === undefined) return;
  await attachToCase(act.tx, earlier, row.id);
  await enterpriseWrites({ ...act, by: turn.by }, { reference: number, messageId: last, text: said.text });
  await turn.say({ text: phrases.added(number) }, row.id);
}

/** The person pressed "add": the next message goes to that case. */
export async function askWhatToAdd(turn: Turn, reference: string): Promise<void> {
  const row = await ownCase(turn.act.tx, await sightOf(turn), reference);
  if (row === null) return turn.say(menuMessage(turn.phrases, turn.phrases.noSuchCase));
  turn.go({ at: 'adding', reference: row.reference });
  await turn.say({ text: turn.phrases.addNow(row.reference) }, row.id);
}

/** A message that could belong to an open case: the bot asks, it does not guess. False when nothing is open. */
export async function offerOpenCases(turn: Turn): Promise<boolean> {
  const open = await openCasesOf(turn.act.tx, await sightOf(turn));
  if (open.length === 0) return false;
  const waiting = open.filter(({ state }) => state === 'awaitingEnterprise');
  if (waiting.length === 1 && open.length === 1 && waiting[0] !== undefined) {
    await addToCase(turn, waiting[0].reference);
    return true;
  }
  turn.go({ at: 'whichCase', text: turn.text, messageIds: [turn.messageId], fileCount: turn.files.length });
  const choices: Choice[][] = open.map(({ reference }) => [{ value: commandValues.add(reference), label: reference }]);
  choices.push([{ value: commandValues.sendAsIssue, label: turn.phrases.newIssue }]);
  await turn.say({ text: turn.phrases.whichCase, choices });
  return true;
}

export async function hasOpenCase(turn: Turn): Promise<boolean> {
  return (await openCasesOf(turn.act.tx, await sightOf(turn))).length > 0;
}

type Asking = Extract<DialogueState, { at: 'whichCase' }>;

/** More arrives while the question stands: it goes where the first message will go. */
export async function holdForWhichCase(turn: Turn, asking: Asking): Promise<void> {
  turn.go({
    at: 'whichCase',
    text: [asking.text, turn.text].filter((text) => text !== '').join('\n'),
    messageIds: [...asking.messageIds, turn.messageId],
    fileCount: asking.fileCount + turn.files.length,
  });
  const open = await openCasesOf(turn.act.tx, await sightOf(turn));
  const choices: Choice[][] = open.map(({ reference }) => [{ value: commandValues.add(reference), label: reference }]);
  choices.push([{ value: commandValues.sendAsIssue, label: turn.phrases.newIssue }]);
  await turn.say({ text: turn.phrases.whichCase, choices });
}

/** "It is a new matter": the held words start a form. */
export async function startFromHeld(turn: Turn, asking: Asking): Promise<void> {
  await startIssue(turn, 'issue', asking);
}
