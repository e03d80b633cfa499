import { act } from '../../src/desk/act.ts';
import { type CaseToOpen, type OpenedCase, openCase } from '../../src/desk/cases/open-case.ts';
import { insertMessage } from '../../src/store/messages.ts';
import type { TestDesk } from './desk.ts';

/** A case opened by the enterprise's contact through the verb, at port 3, with only the fields that matter. */
export async function openACase(desk: TestDesk, matter: Partial<CaseToOpen> = {}): Promise<OpenedCase> {
  const { conversationId, contactId, enterprise } = desk.organisation;
  return act(desk, { kind: 'contact', conversationId }, async (current) => {
    const description = matter.description ?? 'Container đã có lệnh giao hàng nhưng chưa qua khu vực giám sát';
    const messageId = await insertMessage(current.tx, {
      conversationId,
      author: 'person',
      text: description,
      at: current.at,
    });
    return openCase(current, {
      kind: 'issue',
      conversationId,
      contactId,
      enterpriseId: enterprise.id,
      isVerified: true,
      description,
      category: 'supervision_vasscm',
      officeCode: '03TG',
      declarationNo: null,
      urgent: false,
      messageIds: [messageId],
      ...matter,
    });
  });
}
