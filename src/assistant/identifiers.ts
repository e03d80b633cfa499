/** Kinds of what names a person or a consignment by its form alone. */
export type IdentifierKind = 'THU' | 'LIEN_KET' | 'CONT' | 'SO';

// Eight digits and more, however they are grouped, name something: a telephone, a tax code, a declaration, an identity card.
// VM-2026-000123 is a case of our own: officers and enterprises call it so, and nobody else can look it up.
const longNumber =
  /(?<![\p{L}\p{N}])(?<![A-Z]{2}-(?=20\d\d-\d{1,9}(?!\d)))\+?\d(?:[ \u00a0\t.\-/()]{0,2}\d){7,}(?![\p{L}\p{N}])/gu;
const email = /[\p{L}\p{N}_.+-]+(?:@|\s?\[(?:at|a còng)\]\s?)[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+/giu;
const link = /(?:https?:\/\/|www\.|t\.me\/|zalo\.me\/|facebook\.com\/)\S+/giu;
// The owner's code of four letters, six digits and one more to check them, as they are written on the box and in chats.
const container = /(?<![\p{L}\p{N}])[A-Za-z]{4}[\s.-]?\d{3}[\s.]?\d{3}[\s.-]?\d(?![\p{L}\p{N}])/gu;
// Letters with at least six digits behind them: seals, bills of lading, passports, licences.
const code = /(?<![\p{L}\p{N}⟦_])(?=[A-Za-z\d-]{8,})[A-Za-z]{1,6}-?\d{6,}[A-Za-z\d]*(?![\p{L}\p{N}])/gu;
// A licence plate: 15C-123.45.
const plate = /(?<![\p{L}\p{N}])\d{2}\s?[A-Za-z]\d?\s?-\s?\d{3}\.?\d{2}(?![\p{L}\p{N}])/gu;

const patterns: readonly (readonly [IdentifierKind, RegExp])[] = [
  ['THU', email],
  ['LIEN_KET', link],
  ['CONT', container],
  ['SO', plate],
  ['SO', code],
  ['SO', longNumber],
];

// 23/11/2026, 2026-11-23, and the two with a time of day behind them: what a matter is about, and nobody's.
const date =
  /^(?:(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:19|20)\d\d|(?:19|20)\d\d[/.-](?:0?[1-9]|1[0-2])[/.-](?:0?[1-9]|[12]\d|3[01]))(?:\s+\d{1,2}(?:[.h]\d{2})?)?$/u;

// 8471.30.90: a tariff line, which says what the goods are.
const tariffLine = /^\d{4}\.\d{2}\.\d{2}(?:\.\d{2})?$/u;

/** Puts what `hide` answers in the place of each identifier. Dates, tariff lines and our own case numbers stay. */
export function hideIdentifiers(text: string, hide: (found: string, kind: IdentifierKind) => string): string {
  return patterns.reduce(
    (hidden, [kind, pattern]) => hidden.replace(pattern, (found) => (isNobodys(found) ? found : hide(found, kind))),
    text,
  );
}

function isNobodys(found: string): boolean {
  return date.test(found) || tariffLine.test(found);
}

export function identifiersIn(text: string): string[] {
  const found: string[] = [];
  hideIdentifiers(text.normalize('NFC'), (identifier) => {
    found.push(identifier);
    return '';
  });
  return found;
}
