import { oaLimits } from 'zalo-api-client';
import { isNumbered, mostZaloButtons } from '../../dialogue/typed-choice.ts';
import { readEmphasis } from '../emphasis.ts';
import type { Choice, Outgoing } from '../port.ts';
import { splitText } from '../split-text.ts';
import type { PartLanguage, ZaloPart } from './part.ts';

const longestValueBytes = 64;
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/**
 * Cuts and dresses a message: plain text in NFC, up to five buttons under its last part, and each file behind it. More
 * choices than buttons are numbered in the text, and the first of them are buttons as well. A list template would not
 * help, since it ends at five entries too and not every account may send it. Throws a RangeError for a button that no
 * platform could carry, since the program wrote it and not a person.
 */
export function render({ text, choices = [], files = [] }: Outgoing): readonly ZaloPart[] {
  const offered = choices.flat();
  for (const choice of offered) assertSound(choice);
  const { plain } = readEmphasis(tidy(text));
  const language = languageOf(plain);
  if (offered.length > 0 && plain.trim() === '') throw new RangeError('Buttons need a text to stand under');

  const whole = isNumbered('zalo', choices) ? `${plain.trimEnd()}\n\n${numbered(offered, language)}` : plain;
  const stretches = splitText(whole, oaLimits.textLength);
  const buttons = offered.slice(0, mostZaloButtons).map(({ value, label }) => ({ title: titleOf(label), value }));
  return [
    ...stretches.map(
      ({ from, until }, index): ZaloPart => ({
        kind: 'text',
        text: whole.slice(from, until),
        ...(buttons.length > 0 && index === stretches.length - 1 ? { buttons } : {}),
      }),
    ),
    ...files.map((file): ZaloPart => ({ kind: 'file', ...file, language })),
  ];
}

function assertSound({ value, label }: Choice): void {
  const bytes = Buffer.byteLength(value);
  if (bytes === 0 || bytes > longestValueBytes) {
    throw new RangeError(`A button's value has 1 to ${longestValueBytes} bytes; “${value}” has ${bytes}`);
  }
  if (label.trim() === '') throw new RangeError(`The button “${value}” has no label`);
}

// The platform counts characters in NFC; half a surrogate pair and control characters it need not keep.
function tidy(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .normalize('NFC');
}

const answerBy = { vi: 'Trả lời bằng số:', en: 'Answer with a number:', ko: '번호로 답해 주십시오:' } as const;

function numbered(offered: readonly Choice[], language: PartLanguage): string {
  const lines = offered.map(({ label }, index) => `${index + 1}. ${tidy(label).replace(/\s+/gu, ' ').trim()}`);
  return [answerBy[language], ...lines].join('\n');
}

// About a quarter of the letters of Vietnamese carry marks; an English text has them in names at most. Hangul is Korean,
// whatever names stand in it.
function languageOf(text: string): PartLanguage {
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const marked = text.match(/(?!\p{ASCII})\p{L}/gu)?.length ?? 0;
  return letters > 0 && marked / letters < 0.12 ? 'en' : 'vi';
}

function titleOf(label: string): string {
  const title = tidy(label).replace(/\s+/gu, ' ').trim();
  if (title.length <= oaLimits.titleLength) return title;
  let short = '';
  for (const { segment } of graphemes.segment(title)) {
    if (short.length + segment.length > oaLimits.titleLength - 1) break;
    short += segment;
  }
  return `${short.trimEnd()}…`;
}
