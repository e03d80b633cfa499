import { codeTable, meaning } from './codes.ts';

/** The error numbers of the Official Account API. */
export const oaCodes = codeTable([
  [meaning('auth'), [-216, -220]],
  [meaning('rate'), [-32]],
  // The platform tried and says that it failed, or asks for a little patience.
  [meaning('unknown', 'backOff'), [-200, -214]],
  [meaning('expiredAsset'), [-100, -238, -241]],
  [meaning('window'), [-213, -217, -218, -230, -231, -232, -244]],
  // A recipient that is gone is reached another way or not at all; repeating changes nothing.
  [meaning('parameter', 'useOtherChannel'), [-227, -403]],
  [meaning('parameter'), [-201, -210, -233, -240, -242, -249, -1340, -1341]],
  [meaning('quota'), [-211, -321]],
  [meaning('account'), [-204, -205, -209, -212, -219, -221, -223, -224, -235, -237, -248, -320]],
  [meaning('night'), [-234]],
]);
