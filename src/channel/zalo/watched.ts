import type { FaultCategory, OaClient, ZaloFault, ZaloResult } from 'zalo-api-client';

const forAdministrators = new Set<FaultCategory>(['auth', 'account', 'quota']);

/** The same client; faults that only an administrator can mend are reported as they happen. */
export function watched(client: OaClient, onTrouble: (fault: ZaloFault) => void): OaClient {
  const see = async <T>(answer: Promise<ZaloResult<T>>): Promise<ZaloResult<T>> => {
    const result = await answer;
    if (!result.ok && forAdministrators.has(result.error.category)) onTrouble(result.error);
    return result;
  };
  return {
    ...client,
    send: (userId, message) => see(client.send(userId, message)),
    sendTemplate: (userId, template) => see(client.sendTemplate(userId, template)),
    uploadImage: (upload) => see(client.uploadImage(upload)),
    uploadFile: (upload) => see(client.uploadFile(upload)),
  };
}
