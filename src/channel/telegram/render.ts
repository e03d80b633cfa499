import { z } from 'zod';
import { readEmphasis } from '../emphasis.ts';
import type { Choice, Outgoing, OutgoingFile } from '../port.ts';
import { type Stretch, splitText } from '../split-text.ts';
import { longestValueBytes } from './button-seal.ts';

// Telegram counts what is left of a text once the markup is taken out.
const longestText = 4096;

const phoneLabel = 'Gửi số điện thoại của tôi / Share my number';

const inlineKeyboard = z.object({
  inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: z.string() }))),
});
const phoneKeyboard = z.object({
  keyboard: z.array(z.array(z.object({ text: z.string(), request_contact: z.literal(true) }))),
  one_time_keyboard: z.literal(true),
  resize_keyboard: z.literal(true),
});
const noKeyboard = z.object({ remove_keyboard: z.literal(true) });

const textPart = z.object({
  text: z.string(),
  parse_mode: z.literal('HTML'),
  link_preview_options: z.object({ is_disabled: z.boolean() }),
  reply_markup: z.union([inlineKeyboard, phoneKeyboard, noKeyboard]).optional(),
});
const filePart = z.object({
  file: z.object({ fileId: z.number(), name: z.string(), mediaType: z.string(), size: z.number() }),
});

/** The arguments of one call except the chat, as the outbox stores them; buttons are sealed for the chat when it is known. */
export const telegramPart = z.union([textPart, filePart]);
export type TelegramPart = z.infer<typeof telegramPart>;
type TextPart = z.infer<typeof textPart>;

/**
 * Cuts and dresses a message. Buttons go under the last part of the text, files behind it, each by itself; a text of
 * blanks makes no part. Throws a RangeError for a button that no platform could carry, since the program wrote it.
 */
export function render(message: Outgoing): readonly TelegramPart[] {
  const keyboard = keyboardOf(message);
  const { plain, bold } = readEmphasis(tidy(message.text));
  const stretches = splitText(plain, longestText);
  if (keyboard !== undefined && stretches.length === 0) throw new RangeError('Buttons need a text to stand under');

  const texts = stretches.map(
    (stretch, index): TextPart => ({
      text: dress(plain, bold, stretch),
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
      ...(keyboard !== undefined && index === stretches.length - 1 ? { reply_markup: keyboard } : {}),
    }),
  );
  return [...texts, ...(message.files ?? []).map((file) => ({ file: facts(file) }))];
}

/** One message carries one keyboard: what is asked by a button matters more than the question for a number. */
function keyboardOf({ choices = [], asksForPhone }: Outgoing): TextPart['reply_markup'] {
  const rows = choices.filter((row) => row.length > 0).map((row) => row.map(buttonOf));
  if (rows.length > 0) return { inline_keyboard: rows };
  if (asksForPhone === undefined) return undefined;
  if (!asksForPhone) return { remove_keyboard: true };
  return {
    keyboard: [[{ text: phoneLabel, request_contact: true }]],
    one_time_keyboard: true,
    resize_keyboard: true,
  };
}

function facts({ fileId, name, mediaType, size }: OutgoingFile): OutgoingFile {
  return { fileId, name, mediaType, size };
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
