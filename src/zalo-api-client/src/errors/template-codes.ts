import { codeTable, meaning } from './codes.ts';

/** The error numbers of template messages by phone (ZNS, now ZBS). The same number may mean otherwise on the OA API. */
export const templateCodes = codeTable([
  [meaning('auth'), [-124]],
  [meaning('night'), [-133]],
  // The person cannot or will not receive templates: no account, an old Zalo, a refusal.
  [meaning('window'), [-110, -114, -118, -119, -139, -140, -141]],
  [meaning('parameter'), [-106, -107, -108, -109, -1091, -111, -112, -1121, -1122, -1123, -1124]],
  [meaning('parameter'), [-113, -1131, -1132, -132]],
  [meaning('quota'), [-115, -126, -136, -137, -144, -1441, -147, -1471, -1472]],
  [
    meaning('account'),
    [-100, -101, -102, -103, -104, -105, -117, -120, -125, -127, -131, -135, -1351, -142, -143, -146],
  ],
  [meaning('rate'), [-32]],
  // Documented by number with little explanation; none is known to pass by itself.
  [meaning('unknown'), [-138, -1381, -145, -148, -149, -150, -151, -152, -153, -158, -159, -160, -161, -162]],
]);
