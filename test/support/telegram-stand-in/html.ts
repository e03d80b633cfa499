import { badRequest } from './refusal.ts';

export interface Entity {
  type: string;
  offset: number;
  length: number;
}

const tags: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  blockquote: 'blockquote',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
  'tg-emoji': 'custom_emoji',
};

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Reads the HTML that Telegram accepts into text and entities, and refuses the rest in Telegram's words. */
export function parseHtml(html: string): { text: string; entities: readonly Entity[] } {
  const entities: Entity[] = [];
  const open: { name: string; offset: number }[] = [];
  let text = '';
  let at = 0;
  while (at < html.length) {
    const special = html.slice(at).search(/[<&]/);
    const until = special < 0 ? html.length : at + special;
    text += html.slice(at, until);
    at = until;
    if (at >= html.length) break;

    if (html[at] === '&') {
      const [whole, name] = /^&(#\d+|#x[\da-f]+|\w+);/i.exec(html.slice(at, at + 12)) ?? [];
      const character = name === undefined ? undefined : characterOf(name);
      text += character ?? '&';
      at += whole !== undefined && character !== undefined ? whole.length : 1;
      continue;
    }

    const end = html.indexOf('>', at);
    if (end < 0) throw cannotParse(`Unclosed start tag at byte offset ${bytes(html, at)}`);
    const [, slash, rawName = ''] = /^<(\/?)([^\s/>]*)/.exec(html.slice(at, end + 1)) ?? [];
    const name = rawName.toLowerCase();
    if (slash) {
      const last = open.pop();
      if (last === undefined) throw cannotParse(`Unexpected end tag at byte offset ${bytes(html, at)}`);
      if (name !== '' && name !== last.name) {
        throw cannotParse(`Unmatched end tag at byte offset ${bytes(html, at)}, expected "</${last.name}>"`);
      }
      const length = text.length - last.offset;
      if (length > 0) entities.push({ type: tags[last.name] ?? last.name, offset: last.offset, length });
    } else {
      if (tags[name] === undefined) {
        throw cannotParse(`Unsupported start tag "${name}" at byte offset ${bytes(html, at)}`);
      }
      open.push({ name, offset: text.length });
    }
    at = end + 1;
  }
  const left = open.at(-1);
  if (left !== undefined) throw cannotParse(`Can't find end tag corresponding to start tag "${left.name}"`);
  return { text, entities: entities.toSorted((a, b) => a.offset - b.offset) };
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return named[name.toLowerCase()];
  const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function cannotParse(why: string) {
  return badRequest(`can't parse entities: ${why}`);
}

function bytes(html: string, at: number): number {
  return Buffer.byteLength(html.slice(0, at));
}
