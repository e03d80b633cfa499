import type { Choice } from '../../../channel/port.ts';
import { handOver } from '../../../desk/cases/hand-over.ts';
import { raiseCase } from '../../../desk/cases/raise-on-request.ts';
import { highestLevel } from '../../../rules/case/words.ts';
import { dealtRole } from '../../../rules/visibility/ranks.ts';
import { officerNames } from '../../../store/case-details.ts';
import type { CaseRow } from '../../../store/cases.ts';
import { excludedFrom, officerById } from '../../../store/organisation.ts';
import { candidatesIn } from '../../../store/routing.ts';
import { commandValues } from '../../command-values.ts';
import { officerChat } from '../../phrases/officer-chat.ts';
import { attempt, type OfficerTurn, sayRefusal, seeCase } from './officer-turn.ts';
import { acknowledgeAllOf } from './take-and-note.ts';

const officersOnAPage = 6;

/** Offers whom the case could go to: colleagues of its unit who are at work, those on duty first, or the level above. */
export async function askWhom(officer: OfficerTurn, reference: string, page = 0): Promise<void> {
  const { act } = officer;
  const seen = await seeCase(act, reference);
  if (!seen.ok) return officer.say(sayRefusal(reference, seen.refusal));
  const row = seen.value;
  const colleagues = await colleaguesFor(officer, row);
  const from = page * officersOnAPage;
  const choices: Choice[][] = colleagues
    .slice(from, from + officersOnAPage)
    .map(({ officerId, label }) => [{ value: commandValues.passTo(reference, officerId), label }]);
  if (colleagues.length > from + officersOnAPage)
    choices.push([{ value: commandValues.passPage(reference, page + 1), label: officerChat.more }]);
  const above: Choice[] =
    row.level < highestLevel ? [{ value: commandValues.passAbove(reference), label: officerChat.passAbove }] : [];
  choices.push([...above, { value: commandValues.leave, label: officerChat.leaveIt }]);
  const text = colleagues.length === 0 ? officerChat.passToNobody(reference) : officerChat.passTo(reference);
  await officer.say({ text, choices });
}

async function colleaguesFor({ act, officerId: me }: OfficerTurn, row: CaseRow) {
  const candidates = await candidatesIn(
    act.tx,
    row.unitId,
    dealtRole(row.kind),
    act.at,
    await excludedFrom(act.tx, row.id),
  );
  const free = candidates.filter(
    ({ officerId, isAbsent, isExcluded }) =>
      !isAbsent && !isExcluded && officerId !== me && officerId !== row.assigneeId,
  );
  const names = await officerNames(
    act.tx,
    free.map(({ officerId }) => officerId),
  );
  return free
    .toSorted(
      (a, b) => Number(b.isOnDuty) - Number(a.isOnDuty) || a.openCases - b.openCases || a.officerId - b.officerId,
    )
    .map(({ officerId, isOnDuty }) => ({
      officerId,
      label: [names.get(officerId) ?? '', ...(isOnDuty ? [officerChat.onDuty] : [])].join(' – '),
    }));
}

/** Asks why; the next message is the reason. */
export async function askReason(officer: OfficerTurn, reference: string, to: number | 'above'): Promise<void> {
  const seen = await seeCase(officer.act, reference);
  if (!seen.ok) return officer.say(sayRefusal(reference, seen.refusal));
  officer.ask({ about: 'passing', reference, to });
  await officer.say({ text: officerChat.askReason(reference, await nameOf(officer, to)) });
}

/** Passes the case on for the reason that was given. */
export async function pass(
  officer: OfficerTurn,
  { reference, to }: { reference: string; to: number | 'above' },
  reason: string,
): Promise<void> {
  officer.ask({ about: 'nothing' });
  const passed = await attempt(officer.act, (current) =>
    to === 'above' ? raiseCase(current, { reference, reason }) : handOver(current, { reference, to, reason }),
  );
  if (!passed.ok) return officer.say(sayRefusal(reference, passed.refusal));
  await acknowledgeAllOf(officer, passed.value.row);
  await officer.say({ text: officerChat.passedOn(reference, await nameOf(officer, to)) });
}

async function nameOf({ act }: OfficerTurn, to: number | 'above'): Promise<string> {
  if (to === 'above') return officerChat.toAbove;
  return officerChat.toOfficer((await officerById(act.tx, to))?.name ?? '');
}
