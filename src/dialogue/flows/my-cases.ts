import type { Choice } from '../../channel/port.ts';
import type { CaseRow } from '../../store/cases.ts';
import { lastOfficerReply } from '../../store/messages.ts';
import { casesOfConversation, ownCase } from '../../store/my-cases.ts';
import { officerById, unitById } from '../../store/organisation.ts';
import { commandValues } from '../command-values.ts';
import { excerpt } from '../excerpt.ts';
import type { Turn } from '../turn.ts';
import { menuMessage } from './menu.ts';

const casesOnAPage = 5;

export async function listCases(turn: Turn, before?: number): Promise<void> {
  const { act, phrases, conversation } = turn;
  const page = before === undefined ? {} : { before };
  const rows = await casesOfConversation(act.tx, conversation.id, { ...page, limit: casesOnAPage + 1 });
  const shown = rows.slice(0, casesOnAPage);
  if (shown.length === 0) {
    await turn.say(menuMessage(phrases, phrases.noCases));
    return;
  }
  const lines = shown.map(({ reference, state, nextDueAt }) => ({ reference, state, dueAt: nextDueAt }));
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
  const { act, phrases, conversation } = turn;
  const row = await ownCase(act.tx, conversation.id, reference);
  if (row === null) {
    await turn.say(menuMessage(phrases, phrases.noSuchCase));
    return;
  }
  const lastReply = await lastOfficerReply(act.tx, row.id);
  const text = phrases.caseView(
    {
      reference,
      state: row.state,
      dueAt: row.nextDueAt,
      description: excerpt(row.description),
      responsible: await responsibleLine(turn, row),
      lastReply: lastReply === null ? null : { ...lastReply, text: excerpt(lastReply.text, 500) },
    },
    act.at,
    act.zone,
  );
  await turn.say({ text, choices: caseChoices(turn, row) }, row.id);
}

async function responsibleLine(turn: Turn, row: CaseRow): Promise<string> {
  const unit = await unitById(turn.act.tx, row.unitId);
  const officer = row.assigneeId === null ? null : await officerById(turn.act.tx, row.assigneeId);
  return officer === null ? unit.name : `${officer.title} ${officer.name}, ${officer.unitName}`;
}

function caseChoices({ phrases }: Turn, { reference, state }: CaseRow): Choice[][] {
  const add: Choice = { value: commandValues.add(reference), label: phrases.addToCase };
  const solved: Choice = { value: commandValues.solved(reference), label: phrases.solved };
  const notSolved: Choice = { value: commandValues.notSolved(reference), label: phrases.notSolved };
  const back: Choice[] = [{ value: commandValues.cases, label: phrases.menuCases }];
  if (state === 'closed') return [[notSolved], back];
  if (state === 'resolved') return [[solved, notSolved], [add], back];
  return [[add, solved], back];
}
