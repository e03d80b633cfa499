import { codeTable, meaning } from './codes.ts';

/** The error numbers of the OAuth pages and token endpoint. A refused grant needs a person to grant again. */
export const oauthCodes = codeTable([
  [meaning('account'), [-14002, -14003, -14004, -14029]],
  [meaning('auth', 'askAdministrator'), [-14014, -14024]],
]);
