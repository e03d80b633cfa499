import type { Choice } from '../../channel/port.ts';
import { type StatutoryClock, statutoryClock } from '../../rules/declarations/statutory-clock.ts';
import { declarationKey, readDeclarationNumber } from '../../rules/identity/declaration-number.ts';
import type { Represented } from '../../rules/linking/represented.ts';
import { type DeclarationRow, declarationAmong, newestDeclarations } from '../../store/declarations.ts';
import { officeByCode } from '../../store/organisation.ts';
import { currentCalendarFor } from '../../store/rules.ts';
import { commandValues } from '../command-values.ts';
import { declarationsIn } from '../phrases/declarations.ts';
import type { Turn } from '../turn.ts';
import { represented } from './linking/represented.ts';

const declarationsOnAPage = 5;
// More than anybody reads on a phone; a declaration of the others is asked for by its number.
const enterprisesShown = 20;

/** `/tokhai` lists, `/tokhai 107…` shows. */
export function askDeclaration(turn: Turn): Promise<void> {
  const [, written = ''] = /^\S+\s+(.+)$/su.exec(turn.text.trim()) ?? [];
  return written === '' ? listDeclarations(turn) : viewDeclaration(turn, written);
}

/** Shows a declaration of the person's own enterprises. Another's, an unknown and a mistyped number get the same words. */
export async function viewDeclaration(turn: Turn, written: string): Promise<void> {
  const row = await ownDeclaration(turn, written);
  if (row === null) return sayNone(turn);
  const { act, phrases } = turn;
  const office = row.officeCode === null ? null : await officeByCode(act.tx, row.officeCode);
  const own = await represented(turn);
  const of = own.length < 2 ? undefined : own.find(({ enterpriseId }) => enterpriseId === row.enterpriseId);
  const facts = {
    declaration: row,
    enterpriseName: of?.name ?? null,
    officeName: office?.name ?? null,
    now: act.at,
    zone: act.zone,
  };
  const clock = office === null ? null : await clockOf(turn, row, office.unitId);
  const say = declarationsIn(phrases.language);
  await turn.say({
    text: say.view({ ...facts, clock }),
    choices: [
      [{ value: commandValues.issue, label: phrases.menuIssue }],
      [
        { value: commandValues.declarations, label: say.others },
        { value: commandValues.menu, label: phrases.back },
      ],
    ],
  });
}

/**
 * The newest declarations of one of the person's enterprises: the only one, or the one that `wish` names ("of-12"), from
 * behind a number on where it names one too ("of-12-107…"). Who speaks for several is asked first.
 */
export async function listDeclarations(turn: Turn, wish = ''): Promise<void> {
  const { act, phrases } = turn;
  const own = await represented(turn);
  const [, named, after] = /^of-(\d{1,15})(?:-(\d{11,12}))?$/.exec(wish) ?? [];
  const [first, ...others] = own;
  const of = named === undefined ? first : own.find(({ enterpriseId }) => enterpriseId === Number(named));
  if (of === undefined) return sayNone(turn);
  if (named === undefined && others.length > 0) return askWhose(turn, own);

  const behind = after ?? (wish === '' ? undefined : wish);
  const before = behind === undefined ? null : await ownDeclaration(turn, behind);
  const page = { before, limit: declarationsOnAPage + 1 };
  const rows = await newestDeclarations(act.tx, [of.enterpriseId], page);
  const shown = rows.slice(0, declarationsOnAPage);
  const last = shown.at(-1);
  if (last === undefined) return sayNone(turn);
  const choices = shown.map(({ number }): Choice[] => [{ value: commandValues.declaration(number), label: number }]);
  const foot: Choice[] = [{ value: commandValues.menu, label: phrases.back }];
  if (rows.length > shown.length) {
    foot.unshift({ value: commandValues.declarationsOf(of.enterpriseId, last.number), label: phrases.older });
  }
  const text = declarationsIn(phrases.language).list(shown, act.at, act.zone);
  await turn.say({ text, choices: [...choices, foot] });
}

async function askWhose({ phrases, say }: Turn, own: readonly Represented[]): Promise<void> {
  const choices = own
    .slice(0, enterprisesShown)
    .map(({ enterpriseId, name }): Choice[] => [{ value: commandValues.declarationsOf(enterpriseId), label: name }]);
  await say({ text: declarationsIn(phrases.language).whichEnterprise, choices });
}

/** Whether the person speaks for any enterprise, so that a question about a declaration can be answered at all. */
export async function hasEnterprise(turn: Turn): Promise<boolean> {
  return (await represented(turn)).length > 0;
}

async function ownDeclaration(turn: Turn, written: string): Promise<DeclarationRow | null> {
  const number = readDeclarationNumber(written.replace(/[.?!\s]+$/u, ''));
  return number === null
    ? null
    : declarationAmong(turn.act.tx, await ownIds(turn), declarationKey(number.declarationNo));
}

async function ownIds(turn: Turn): Promise<number[]> {
  return (await represented(turn)).map(({ enterpriseId }) => enterpriseId);
}

async function clockOf({ act }: Turn, row: DeclarationRow, unitId: number): Promise<StatutoryClock | null> {
  const working = await act.ruleBook.workingTime(act.tx, await currentCalendarFor(act.tx, unitId));
  return statutoryClock(row, working, act.at);
}

async function sayNone(turn: Turn): Promise<void> {
  const { phrases } = turn;
  await turn.say({
    text: declarationsIn(phrases.language).none,
    choices: [
      [{ value: commandValues.issue, label: phrases.menuIssue }],
      [{ value: commandValues.menu, label: phrases.back }],
    ],
  });
}
