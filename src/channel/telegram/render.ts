import { z } from 'zod';
import { readEmphasis } from '../emphasis.ts';
import type { Choice, Outgoing } from '../port.ts';
import { type Stretch, splitText } from '../split-text.ts';

// Telegram counts what is left of a text once the markup is taken out.
const longestText = 4096;
const longestValueBytes = 64;

/** The arguments of `sendMessage` except the chat, as the outbox stores them. */
export const telegramPart = z.object({
  text: z.string(),
  parse_mode: z.literal('HTML'),
  link_preview_options: z.object({ is_disabled: z.boolean() }),
  reply_markup: z
    .object({ inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: z.string() }))) })
    .optional(),
});
export type TelegramPart = z.infer<typeof telegramPart>;

/**
 * Cuts and dresses a message. Buttons go under the last part; a text of blanks makes no part.
 * Throws a RangeError for a button that no platform could carry, since the program wrote it and not a person.
 */
export function render({ text, choices = [] }: Outgoing): readonly TelegramPart[] {
  const rows = choices.filter((row) => row.length > 0).map((row) => row.map(buttonOf));
  const { plain, bold } = readEmphasis(tidy(text));
  const stretches = splitText(plain, longestText);
  if (rows.length > 0 && stretches.length === 0) throw new RangeError('Buttons need a text to stand under');

  return stretches.map((stretch, index) => ({
    text: dress(plain, bold, stretch),
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(rows.length > 0 && index === stretches.length - 1 ? { reply_markup: { inline_keyboard: rows } } : {}),
  }));
}

// Telegram refuses half a surrogate pair and turns control characters into blanks, which would spoil the count.
function tidy(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '');
}

function buttonOf({ value, label }: Choice): { text: string; callback_data: string } {
  const bytes = Buffer.byteLength(value);
  if (bytes === 0 || bytes > longestValueBytes) {
    throw new RangeError(`A button's value has 1 to ${longestValueBytes} bytes; “${value}” has ${bytes}`);
  }
  if (label.trim() === '') throw new RangeError(`The button “${value}” has no label`);
  return { text: label.toWellFormed(), callback_data: value };
}

// Each part opens and closes its own emphasis, so a cut in the middle of it leaves both halves bold.
function dress(plain: string, bold: readonly Stretch[], { from, until }: Stretch): string {
  let html = '';
  let at = from;
  for (const stretch of bold) {
    const begins = Math.max(stretch.from, from);
    const ends = Math.min(stretch.until, until);
    if (begins >= ends) continue;
    html += `${escapeHtml(plain.slice(at, begins))}<b>${escapeHtml(plain.slice(begins, ends))}</b>`;
    at = ends;
  }
  return html + escapeHtml(plain.slice(at, until));
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
