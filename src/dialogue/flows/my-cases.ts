import type { Choice } from '../../channel/port.ts';
import { mayAskForHigher } from '../../rules/case/decide.ts';
import { standingOf } from '../../rules/case/standing.ts';
import { openClocks } from '../../store/case-lists.ts';
import { asEvent, type CaseRow, eventRows } from '../../store/cases.ts';
import { contactFacts } from '../../store/conversations.ts';
import { lastOfficerReply } from '../../store/messages.ts';
import { casesOfConversation, ownCase } from '../../store/my-cases.ts';
import { officerById, unitById } from '../../store/organisation.ts';
import { commandValues } from '../command-values.ts';
import { excerpt } from '../excerpt.ts';
import type { Turn } from '../turn.ts';
import { sightOf } from './linking/represented.ts';
import { menuMessage } from './menu.ts';

const casesOnAPage = 5;

export async function listCases(turn: Turn, before?: number): Promise<void> {
  const { act, phrases } = turn;
  const page = before === undefined ? {} : { before };
  const rows = await casesOfConversation(act.tx, await sightOf(turn), { ...page, limit: casesOnAPage + 1 });
  const shown = rows.slice(0, casesOnAPage);
  if (shown.length === 0) {
    await turn.say(menuMessage(phrases, phrases.noCases));
    return;
  }
  const promised = await promisedTo(turn, shown);
  const openers = await openersOf(turn, shown);
  const lines = shown.map(({ id, reference, state }) => ({
    reference,
    state,
    dueAt: promised.get(id) ?? null,
    openedBy: openers.get(id) ?? null,
  }));
  const choices: Choice[][] = shown.map(({ reference }) => [
    { value: commandValues.view(reference), label: reference },
  ]);
  const last = shown.at(-1);
  const foot: Choice[] = [{ value: commandValues.menu, label: phrases.back }];
  if (rows.length > casesOnAPage && last !== undefined) {
    foot.unshift({ value: commandValues.olderThan(last.id), label: phrases.older });
  }
  await turn.say({ text: phrases.cases(lines, act.at, act.zone), choices: [...choices, foot] });
}

export async function viewCase(turn: Turn, reference: string): Promise<void> {
  const { act, phrases } = turn;
  const row = await ownCase(act.tx, await sightOf(turn), reference);
  if (row === null) {
    await turn.say(menuMessage(phrases, phrases.noSuchCase));
    return;
  }
  const standing = standingOf((await eventRows(act.tx, row.id)).map(asEvent));
  const mayRaise = standing !== null && mayAskForHigher(standing);
  const lastReply = await lastOfficerReply(act.tx, row.id);
  const text = phrases.caseView(
    {
      reference: row.reference,
      state: row.state,
      openedBy: (await openersOf(turn, [row])).get(row.id) ?? null,
      dueAt: (await promisedTo(turn, [row])).get(row.id) ?? null,
      description: excerpt(row.description),
      responsible: await responsibleLine(turn, row),
      lastReply: lastReply === null ? null : { ...lastReply, text: excerpt(lastReply.text, 500) },
    },
    act.at,
    act.zone,
  );
  await turn.say({ text, choices: caseChoices(turn, row, mayRaise) }, row.id);
}

/** Which colleague opened a case, where the enterprise shares its cases. */
async function openersOf({ act, conversation }: Turn, rows: readonly CaseRow[]): Promise<Map<number, string>> {
  const openers = new Map<number, string>();
  for (const { id, conversationId, contactId } of rows) {
    if (conversationId === conversation.id || contactId === null) continue;
    const name = (await contactFacts(act.tx, contactId))?.contactName;
    if (name != null) openers.set(id, name);
  }
  return openers;
}

/** What the person waits for: an answer, else the solution. That the office takes note of a case is its own affair. */
async function promisedTo({ act }: Turn, rows: readonly CaseRow[]): Promise<Map<number, Date | null>> {
  const ids = rows.map(({ id }) => id);
  const clocks = (await openClocks(act.tx, ids)).filter(({ kind }) => kind !== 'acknowledge');
  const byCase = Map.groupBy(clocks, ({ caseId }) => caseId);
  return new Map(
    ids.map((id) => {
      const own = byCase.get(id) ?? [];
      return [id, (own.find(({ kind }) => kind === 'firstResponse') ?? own[0])?.dueAt ?? null];
    }),
  );
}

async function responsibleLine(turn: Turn, row: CaseRow): Promise<string> {
  const unit = await unitById(turn.act.tx, row.unitId);
  const officer = row.assigneeId === null ? null : await officerById(turn.act.tx, row.assigneeId);
  return officer === null ? unit.name : `${officer.title} ${officer.name}, ${officer.unitName}`;
}

function caseChoices({ phrases }: Turn, { reference, state }: CaseRow, mayRaise: boolean): Choice[][] {
  const add: Choice = { value: commandValues.add(reference), label: phrases.addToCase };
  const solved: Choice = { value: commandValues.solved(reference), label: phrases.solved };
  const notSolved: Choice = { value: commandValues.notSolved(reference), label: phrases.notSolved };
  const back: Choice[] = [{ value: commandValues.cases, label: phrases.menuCases }];
  const raise: Choice[][] = mayRaise ? [[{ value: commandValues.raise(reference), label: phrases.askForHigher }]] : [];
  if (state === 'closed') return [[notSolved], back];
  if (state === 'resolved') return [[solved, notSolved], [add], ...raise, back];
  return [[add, solved], ...raise, back];
}
