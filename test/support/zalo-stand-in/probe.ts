import type { Account } from './settings.ts';
import type { Webhook } from './webhook.ts';

/** The ways in which the console tries a webhook: saving it posts nothing or `{}`, and its button a signed sample. */
export type Probe = 'empty' | 'emptyObject' | 'signedSample';

/** Posts a probe and answers the status; 0 when nothing came in time. */
export function probe(webhook: Webhook, { appId }: Account, at: number, kind: Probe): Promise<number> {
  const plain = { 'content-type': 'application/json; charset=utf-8' };
  if (kind === 'empty') return webhook.probe('', plain);
  if (kind === 'emptyObject') return webhook.probe('{}', plain);

  const timestamp = String(at);
  const body = JSON.stringify({
    app_id: appId,
    user_id_by_app: '3'.repeat(19),
    event_name: 'user_send_text',
    timestamp,
    sender: { id: '1'.repeat(19) },
    recipient: { id: '2'.repeat(19) },
    message: { msg_id: 'This is message id', text: 'This is testing message' },
  });
  return webhook.probe(body, webhook.sign(body, timestamp));
}
