import { z } from 'zod';
import { readEmphasis } from '../emphasis.ts';
import type { Choice, Outgoing } from '../port.ts';
import { splitText } from '../split-text.ts';

const longestText = 2000;
const longestValueBytes = 64;

/** One call to the platform as the outbox stores it. */
export const zaloBotPart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({
    kind: z.literal('file'),
    fileId: z.int(),
    name: z.string(),
    mediaType: z.string(),
    size: z.int(),
  }),
]);
export type ZaloBotPart = z.infer<typeof zaloBotPart>;

/**
 * Cuts and dresses a message: plain text in NFC, choices as numbers to answer by, each file behind it. The platform has
 * no buttons, and how its markdown treats what people type is not documented, so nothing is emphasised. Throws a
 * RangeError for a choice that no platform could carry, since the program wrote it and not a person.
 */
export function render({ text, choices = [], files = [] }: Outgoing): readonly ZaloBotPart[] {
  const offered = choices.flat();
  for (const choice of offered) assertSound(choice);
  const { plain } = readEmphasis(tidy(text));
  if (offered.length > 0 && plain.trim() === '') throw new RangeError('Choices need a text to stand under');

  const whole = offered.length === 0 ? plain : `${plain.trimEnd()}\n\n${numbered(offered)}`;
  return [
    ...splitText(whole, longestText).map(
      ({ from, until }): ZaloBotPart => ({ kind: 'text', text: whole.slice(from, until) }),
    ),
    ...files.map((file): ZaloBotPart => ({ kind: 'file', ...file })),
  ];
}

function assertSound({ value, label }: Choice): void {
  const bytes = Buffer.byteLength(value);
  if (bytes === 0 || bytes > longestValueBytes) {
    throw new RangeError(`A choice's value has 1 to ${longestValueBytes} bytes; “${value}” has ${bytes}`);
  }
  if (label.trim() === '') throw new RangeError(`The choice “${value}” has no label`);
}

function numbered(offered: readonly Choice[]): string {
  const lines = offered.map(({ label }, index) => `${index + 1}. ${tidy(label).replace(/\s+/gu, ' ').trim()}`);
  return ['Trả lời bằng số:', ...lines].join('\n');
}

// The platform counts characters in NFC; half a surrogate pair and control characters it need not keep.
function tidy(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .normalize('NFC');
}
