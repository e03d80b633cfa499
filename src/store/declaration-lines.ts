import type { Declaration, DeclarationState, DeclarationStep } from '../rules/declarations/declaration.ts';
import { declarationKey } from '../rules/identity/declaration-number.ts';
import { copyText } from './copy-text.ts';
import { instantText, isoText } from './instant-text.ts';

/** What a line of a declaration tells, in the order in which it tells it. */
export const lineColumns = [
  'number11',
  'number',
  'office_code',
  'type_code',
  'channel',
  'state',
  'registered_at',
  'state_at',
  'steps',
];

const stateColumn = lineColumns.indexOf('state');

/**
 * A declaration as a line that COPY takes as it is, and as the server itself would write it: one that is stored already is
 * known by the same text, and a list that is read ahead holds one text a row.
 */
export function lineOf({ number, registeredAt, stateAt, steps, ...told }: Declaration): string {
  const parts: string[] = [
    declarationKey(number),
    '\t',
    number,
    '\t',
    textOf(told.officeCode),
    '\t',
    textOf(told.typeCode),
    '\t',
    textOf(told.channel),
    '\t',
    told.state,
    '\t',
    instantText(registeredAt),
    '\t',
    instantText(stateAt),
    '\t[',
  ];
  let isFirst = true;
  for (const step of steps) {
    parts.push(isFirst ? '{"at": "' : ', {"at": "', step.at, '", "step": "', step.step, whoText(step));
    isFirst = false;
  }
  parts.push(']');
  // `join` makes one flat text; a sum would keep its parts.
  return parts.join('');
}

/** The state that a line tells. */
export function stateIn(line: string): DeclarationState {
  let from = 0;
  for (let column = 0; column < stateColumn; column += 1) from = line.indexOf('\t', from) + 1;
  // `lineOf` wrote it there.
  return line.slice(from, line.indexOf('\t', from)) as DeclarationState;
}

/** The first eleven digits of the declaration that a line tells of. */
export function keyIn(line: string): string {
  return line.slice(0, line.indexOf('\t'));
}

/** What a line tells, for the few that are compared with something else that is known. */
export function declarationIn(line: string): Declaration {
  const cells = line.split('\t').map((cell) => (cell === '\\N' ? null : unescaped(cell)));
  const [, number, officeCode = null, typeCode = null, channel = null, state, registeredAt, stateAt, steps] = cells;
  // Each is what `lineOf` wrote of a declaration.
  const words = { channel, state } as Pick<Declaration, 'channel' | 'state'>;
  const log: DeclarationStep[] = JSON.parse(steps ?? '[]');
  return {
    number: number ?? '',
    officeCode,
    typeCode,
    ...words,
    registeredAt: new Date(isoText(registeredAt ?? '')),
    stateAt: new Date(isoText(stateAt ?? '')),
    steps: log.map(({ step, at, officerEmail, team }) => ({ step, at, officerEmail, team: team ?? null })),
  };
}

function textOf(value: string | null): string {
  return value === null ? '\\N' : copyText(value);
}

// The same few thousand officers and teams do every step.
const most = 20_000;
const officers = new Map<string, string>();
const teams = new Map<string, string>();

function whoText({ officerEmail, team = null }: DeclarationStep): string {
  if (officerEmail === null) return team === null ? nobody : remembered(teams, team, null, team);
  return team === null ? remembered(officers, officerEmail, officerEmail, null) : whoWritten(officerEmail, team);
}

function remembered(
  known: Map<string, string>,
  name: string,
  officerEmail: string | null,
  team: string | null,
): string {
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size >= most) known.clear();
  const written = whoWritten(officerEmail, team);
  known.set(name, written);
  return written;
}

// The server orders the keys of an object by their length.
function whoWritten(officerEmail: string | null, team: string | null): string {
  const written = `", "team": ${JSON.stringify(team)}, "officerEmail": ${JSON.stringify(officerEmail)}}`;
  return Buffer.from(copyText(written)).toString();
}

const nobody = whoWritten(null, null);

const letters: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' };

function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(/\\(.)/g, (_, letter: string) => letters[letter] ?? letter) : text;
}
