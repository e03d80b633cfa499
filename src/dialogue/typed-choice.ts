import type { ChannelName, Choice } from '../channel/port.ts';
import { fold } from '../rules/identity/fold.ts';

/** How many query buttons an Official Account's message holds; beyond that its choices are numbered. */
export const mostZaloButtons = 5;

/** Whether the choices under a message are shown with numbers to answer by, because there are no buttons for all of them. */
export function isNumbered(channel: ChannelName, choices: readonly (readonly Choice[])[]): boolean {
  if (channel === 'zaloBot') return true;
  return channel === 'zalo' && choices.flat().length > mostZaloButtons;
}

// What people write around a number: "chọn 3", "số 3", "mục số 3", "option 3".
const beforeNumber = /^(?:(?:toi|em|minh|xin|chon|so|muc|cau|y|phuong an|option|number|no)\s+)*/u;

/**
 * The value of the choice that a person typed instead of pressing it: its label, or its number where numbers were shown.
 * Null for anything else, and for words that fit two choices.
 */
export function typedChoice(text: string, choices: readonly (readonly Choice[])[], numbered: boolean): string | null {
  const offered = choices.flat();
  const exact = onlyOne(offered.filter(({ label }) => tidy(label) === tidy(text)));
  if (exact !== null) return exact;
  const words = folded(text);
  if (words === '') return null;
  const alike = onlyOne(offered.filter(({ label }) => folded(label) === words));
  if (alike !== null || !numbered) return alike;

  const [, number, rest = ''] = /^(\d{1,3})(?:\s+(.+))?$/u.exec(words.replace(beforeNumber, '')) ?? [];
  const meant = number === undefined ? undefined : offered[Number(number) - 1];
  if (meant === undefined || (rest !== '' && rest !== folded(meant.label))) return null;
  return meant.value;
}

function onlyOne(choices: readonly Choice[]): string | null {
  const values = new Set(choices.map(({ value }) => value));
  const [value] = values;
  return values.size === 1 && value !== undefined ? value : null;
}

function tidy(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

// A date, a decimal, a negative number keep their marks, so that "3/5" is never taken for choice 3; otherwise letters and
// digits alone count, so that "3." and "Gửi!" are as good as "3" and "gửi".
function folded(text: string): string {
  const plain = fold(text);
  if (/\d[.,/:-]\d|[-−+]\s*\d|\d\s*%/u.test(plain)) return plain.trim();
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
