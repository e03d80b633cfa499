// No letter or digit that is mistaken for another on paper.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const digits = '23456789';
const alphabet = letters + digits;
const length = 12;

/**
 * A one-time code for the letter to an enterprise, without its printed form. `draw` answers a whole number below the one
 * it is given. A code has letters and digits in it, so that no ordinary word is one.
 */
export function newEnterpriseCode(draw: (below: number) => number): string {
  const code = Array.from({ length }, () => alphabet[draw(alphabet.length)]).join('');
  return isMixed(code) ? code : newEnterpriseCode(draw);
}

/** As people read it from a letter: DN-7KXP-2MRA-9QWT. An officer's own code never looks like it. */
export function printedCode(code: string): string {
  return ['DN', ...(code.match(/.{1,4}/gu) ?? [])].join('-');
}

/** What a deep link carries behind "start=". */
export function startPayload(code: string): string {
  return `dn_${code}`;
}

const dash = '[\\s–—-]';
const group = `[${alphabet}]{4}`;
const started = /^\/start\s+dn_([a-z0-9]{1,40})$/iu;
const commanded = /^\/lienket(?:@\w+)?\s+(.{1,60})$/iu;
const called = /^(?:mã|ma|code)\s*:?\s*(?=dn)/iu;
// Three groups of four. With "DN" before them they may run together; without it the dashes tell a code from words.
const whole = new RegExp(`^(?:DN${dash}*${group}${dash}*${group}${dash}*${group}|${group}-${group}-${group})$`, 'u');
// Mistyped, and meant as a code all the same: whoever typed it is told that it is wrong.
const mistyped = /^DN[–—-][A-Z0-9]{1,13}(?:[–—-][A-Z0-9]{1,13}){0,5}$/u;

/**
 * The enterprise code that a message consists of, in capitals and without blanks and dashes: in a deep link, behind
 * "/lienket" or alone. Null for anything else, an officer's code included; what is found need not be a code of ours.
 */
export function enterpriseCodeIn(text: string): string | null {
  const typed = text.normalize('NFC').trim();
  const payload = started.exec(typed)?.[1];
  if (payload !== undefined) return payload.toUpperCase();
  const ordered = commanded.exec(typed)?.[1];
  if (ordered !== undefined) return behindCommand(ordered);
  const written = typed.replace(called, '').toUpperCase();
  if (!whole.test(written) && !mistyped.test(written)) return null;
  const code = bare(written);
  return isMixed(code) ? code : null;
}

// Blanks may stand anywhere when the command says that a code follows. Ten letters and digits are an officer's.
function behindCommand(ordered: string): string | null {
  const written = ordered.toUpperCase().replace(/[\s–—-]/gu, '');
  const isOurs = /^DN[A-Z0-9]{9,15}$/u.test(written) || /^[A-Z0-9]{12}$/u.test(written);
  return isOurs ? bare(written) : null;
}

function bare(written: string): string {
  const joined = written.replace(/[\s–—-]/gu, '');
  return joined.length === length ? joined : joined.replace(/^DN/u, '');
}

function isMixed(code: string): boolean {
  return /\d/u.test(code) && /[A-Z]/u.test(code);
}
