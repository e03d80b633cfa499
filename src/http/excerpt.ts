import { fold } from '../rules/identity/fold.ts';

const before = 40;
const most = 160;

/** The part of a text where the first word of the query stands; its beginning where none does. */
export function excerptAround(text: string, query: string): string {
  const said = text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  const [first = ''] = fold(query).split(/\s+/u);
  const at = Math.max(0, fold(said).indexOf(first));
  const from = at <= before ? 0 : said.indexOf(' ', at - before) + 1;
  const part = said.slice(from, from + most);
  return `${from > 0 ? '…' : ''}${part}${from + most < said.length ? '…' : ''}`;
}
