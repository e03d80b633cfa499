import { findAddresses, printAddress, type SaidAddress } from '../../../knowledge/address.ts';

/** The part of the library that a question names, if it names one. */
export function addressSaid(question: string): SaidAddress | null {
  return findAddresses(question)[0] ?? null;
}

/** The question with what is left unsaid taken from the article shown before: "khoản 2 là gì" is about that article. */
export function inContext(
  question: string,
  { code, article }: { code: string | null; article: string | null },
): string {
  const said = addressSaid(question);
  if (said === null || said.code !== null || code === null) return question;
  const whole = printAddress({
    code,
    article: said.article ?? article,
    clause: said.clause,
    point: said.point,
  });
  return `${whole} ${withoutAddress(question)}`;
}

/** Whether the question is an address and hardly anything else: "còn phụ lục 4 thì sao?". */
export function isOnlyAddress(question: string): boolean {
  const others = withoutAddress(question).match(/[\p{L}\p{N}]+/gu) ?? [];
  return addressSaid(question) !== null && others.length <= mostWordsAround;
}

const mostWordsAround = 3;

export function withoutAddress(question: string): string {
  return findAddresses(question)
    .toReversed()
    .reduce((rest, { from, until }) => `${rest.slice(0, from)} ${rest.slice(until)}`, question.normalize('NFC'))
    .trim();
}
