import { codeTable, meaning } from './codes.ts';

/** The `error_code`s of the Bot Platform. */
export const botCodes = codeTable([
  [meaning('parameter'), [400, 404]],
  // A bot token does not expire by itself: when it is refused, a person has reset it.
  [meaning('auth', 'askAdministrator'), [401]],
  // Documented as an internal error, with this odd number.
  [meaning('unknown', 'backOff'), [403]],
  [meaning('unknownOutcome'), [408]],
  // The monthly allowance, not a rate: repeating soon cannot help.
  [meaning('quota', 'useOtherChannel'), [429]],
]);
