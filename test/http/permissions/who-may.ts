/**
 * Who is let in by each operation, said a second time and by hand: `e` an officer of the unit to whom the case was given,
 * `t` the team lead and `h` the head of that unit, `l` the leader of the department, `c` internal control, `a` an
 * administrator. The first line that fits counts; an operation that fits none must be added here.
 */
const lines: [RegExp, string][] = [
  // What belongs to the person.
  [/^\w+ \/(session|me\/.*)$/u, 'ethlca'],
  [/^POST \/alerts\/\{id\}/u, 'e'],
  [
    /^GET \/(alerts|case-marks|case-reminders|saved-filters|canned-replies|labels|notices|warnings|corrective-actions)$/u,
    'ethlca',
  ],
  [/^POST \/saved-filters$/u, 'thl'],
  [/^DELETE \/saved-filters\/\{id\}$/u, 'thl'],
  [/^POST \/corrective-actions\/\{id\}\/completion$/u, 'h'],

  // Cases: whoever sees one works on it. Administrators see none.
  [/^GET \/(cases|cases\/(counts|units)|search|exports\/cases|receiving-units|officers)$/u, 'ethlca'],
  [/^POST \/bulk-deeds$/u, 'ethlca'],
  [/^POST \/cases\/\{reference\}\/exclusions\/\{officerId\}\/lift-approvals$/u, 'l'],
  [/^\w+ \/cases\/\{reference\}\/exclusions/u, 'lc'],
  [/^\w+ \/cases\/\{reference\}\/verification/u, 'c'],
  // Given to the officer, and in another unit by then.
  [/^POST \/cases\/\{reference\}\/resolution$/u, 'elc'],
  [/^DELETE \/cases\/\{reference\}\/(files\/\{id\}|reminder)$/u, 'e'],
  [/^\w+ \/cases\/\{reference\}/u, 'ethlc'],
  [/^POST \/messages\/\{id\}\/redaction$/u, 'ca'],
  // A message that belongs to no case.
  [/^POST \/messages\/\{id\}\/(retry|arrived)$/u, 'a'],

  // Oversight and figures.
  [/^GET \/oversight\//u, 'c'],
  [/^GET \/permissions$/u, 'ca'],
  [/^\w+ \/ratings\/flags/u, 'c'],
  [/^GET \/verifications/u, 'lc'],
  [/^GET \/(ratings\/(me|public\/.*)|promises)$/u, 'ethlca'],
  [/^GET \/(ratings|exports\/ratings)/u, 'ethlc'],
  [/^GET \/(today|wall|compliance.*|exports\/(wall|today|compliance))$/u, 'thlc'],

  // Appendices and what people looked up in them.
  [/^\w+ \/(appendix-(readings|drafts)|look-ups)/u, 'hla'],
  [/^GET \/(appendices|appendix-changes)/u, 'ethlca'],

  // Enterprises: a head, where the enterprise has to do with the unit; here it has not.
  [/^GET \/(enterprises|link-requests)$/u, 'hla'],
  [/^POST \/(enterprise-codes|links\/\{id\}\/revocation)$/u, 'hla'],
  [/^POST \/enterprise-codes\/\{id\}\/revocation$/u, 'la'],
  [/^POST \/declarations$/u, 'a'],
  [/^\w+ \/(enterprises|link-requests|declarations)/u, 'la'],

  // The installation.
  [
    /^GET \/(organisation\/(units|units\/\{id\}|offices|officers|officers\/\{id\}|duty-turns|responsibilities)|policies)$/u,
    'ethlca',
  ],
  [/^GET \/import-templates\/\{noun\}$/u, 'ethlca'],
  [/^(GET \/policy-proposals.*|POST \/policy-proposals\/\{id\}\/approval)$/u, 'la'],
  // Nobody else has a file of theirs read, and malformed or not, nothing comes of it.
  [/^POST \/calendars(\/import)?$/u, 'ethlca'],
  [
    /^\w+ \/(canned-replies|labels|organisation|officers|officer-sign-ins|routing|policy-proposals|audit|calendars|channels)/u,
    'a',
  ],
  [/^\w+ \/(troubles|deliveries|imports|api-keys|data-requests|retention|assistant)/u, 'a'],
];

/** The letters of who is let in; null for an operation of which nothing was said. */
export function whoMay(operation: string): string | null {
  return lines.find(([pattern]) => pattern.test(operation))?.[1] ?? null;
}
