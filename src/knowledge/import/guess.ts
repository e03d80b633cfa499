import { findAddresses } from '../address.ts';
import type { Recognised } from './recognised.ts';

/** What a printed document says of itself above its first article: the appendix's code and its name. For a person to check. */
export function guessDescription({ preamble, leftovers }: Pick<Recognised, 'preamble' | 'leftovers'>): {
  code?: string;
  title?: string;
} {
  const above = leftovers.filter(({ because }) => because === 'beforeFirstArticle').map(({ text }) => text);
  const code = findAddresses([preamble, ...above].join('\n')).find((said) => said.code !== null)?.code;
  const title = preamble.split('\n').find((line) => line !== '' && !/^phụ lục\s*\S{0,6}$/iu.test(line));
  return { ...(code == null ? {} : { code }), ...(title === undefined ? {} : { title }) };
}
