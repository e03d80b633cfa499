import { expect, test } from 'vitest';
import { botCodes } from '../../src/errors/bot-codes.ts';
import { oaCodes } from '../../src/errors/oa-codes.ts';
import { oauthCodes } from '../../src/errors/oauth-codes.ts';
import { templateCodes } from '../../src/errors/template-codes.ts';

test.each([
  [-216, 'auth', 'refreshToken'],
  [-220, 'auth', 'refreshToken'],
  [-32, 'rate', 'backOff'],
  [-200, 'unknown', 'backOff'],
  [-214, 'unknown', 'backOff'],
  [-100, 'expiredAsset', 'uploadAgain'],
  [-238, 'expiredAsset', 'uploadAgain'],
  [-241, 'expiredAsset', 'uploadAgain'],
  [-213, 'window', 'useOtherChannel'],
  [-217, 'window', 'useOtherChannel'],
  [-218, 'window', 'useOtherChannel'],
  [-230, 'window', 'useOtherChannel'],
  [-231, 'window', 'useOtherChannel'],
  [-232, 'window', 'useOtherChannel'],
  [-244, 'window', 'useOtherChannel'],
  [-227, 'parameter', 'useOtherChannel'],
  [-403, 'parameter', 'useOtherChannel'],
  [-201, 'parameter', 'fix'],
  [-210, 'parameter', 'fix'],
  [-233, 'parameter', 'fix'],
  [-240, 'parameter', 'fix'],
  [-242, 'parameter', 'fix'],
  [-249, 'parameter', 'fix'],
  [-1340, 'parameter', 'fix'],
  [-1341, 'parameter', 'fix'],
  [-211, 'quota', 'askAdministrator'],
  [-321, 'quota', 'askAdministrator'],
  [-204, 'account', 'askAdministrator'],
  [-205, 'account', 'askAdministrator'],
  [-209, 'account', 'askAdministrator'],
  [-212, 'account', 'askAdministrator'],
  [-219, 'account', 'askAdministrator'],
  [-221, 'account', 'askAdministrator'],
  [-223, 'account', 'askAdministrator'],
  [-224, 'account', 'askAdministrator'],
  [-235, 'account', 'askAdministrator'],
  [-237, 'account', 'askAdministrator'],
  [-248, 'account', 'askAdministrator'],
  [-320, 'account', 'askAdministrator'],
  [-234, 'night', 'waitUntilMorning'],
])('the account API number %i is a matter of %s: %s', (code, category, whatToDo) => {
  expect(oaCodes.get(code)).toEqual({ category, whatToDo });
});

test.each([
  ['auth', 'refreshToken', [-124]],
  ['night', 'waitUntilMorning', [-133]],
  ['window', 'useOtherChannel', [-110, -114, -118, -119, -139, -140, -141]],
  [
    'parameter',
    'fix',
    [-106, -107, -108, -109, -1091, -111, -112, -1121, -1122, -1123, -1124, -113, -1131, -1132, -132],
  ],
  ['quota', 'askAdministrator', [-115, -126, -136, -137, -144, -1441, -147, -1471, -1472]],
  ['account', 'askAdministrator', [-100, -101, -102, -103, -104, -105, -117, -120, -125, -127, -131]],
  ['account', 'askAdministrator', [-135, -1351, -142, -143, -146]],
  ['unknown', 'askAdministrator', [-138, -1381, -145, -148, -149, -150, -151, -152, -153]],
  ['unknown', 'askAdministrator', [-158, -159, -160, -161, -162]],
])('template numbers of %s ask to %s', (category, whatToDo, codes) => {
  for (const code of codes) expect(templateCodes.get(code), String(code)).toEqual({ category, whatToDo });
});

test.each([
  [400, 'parameter', 'fix'],
  [401, 'auth', 'askAdministrator'],
  [403, 'unknown', 'backOff'],
  [404, 'parameter', 'fix'],
  [408, 'unknownOutcome', 'reconcile'],
  [429, 'quota', 'useOtherChannel'],
])('the bot number %i is a matter of %s: %s', (code, category, whatToDo) => {
  expect(botCodes.get(code)).toEqual({ category, whatToDo });
});

test('only a person can mend a refused grant, and an app set up wrongly', () => {
  expect(oauthCodes.get(-14014)).toEqual({ category: 'auth', whatToDo: 'askAdministrator' });
  expect(oauthCodes.get(-14004)).toEqual({ category: 'account', whatToDo: 'askAdministrator' });
});
