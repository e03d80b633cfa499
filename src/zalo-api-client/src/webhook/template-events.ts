import { fieldsOf, idOf, instantOf, listOf, numberOf, present, textOf } from '../read.ts';
import { type Delivered, occurrence } from './delivered.ts';
import type { TemplateEvent } from './events.ts';

/** Chat and template receipts share one name; only a template's tells a delivery time or our tracking id. */
export function isTemplateReceipt({ message }: Delivered): boolean {
  return message.tracking_id !== undefined || message.delivery_time !== undefined;
}

export function readTemplateReceived(delivered: Delivered): TemplateEvent | undefined {
  const { message, senderId, recipientId, rootOaId } = delivered;
  const about = aboutMessage(delivered, rootOaId ?? senderId);
  if (about === undefined) return undefined;
  const deliveredAt = instantOf(message.delivery_time);
  return { kind: 'templateReceived', ...about, ...present({ recipient: recipientId, deliveredAt }) };
}

export function readTemplateFeedback(delivered: Delivered): TemplateEvent | undefined {
  const about = aboutMessage(delivered);
  const { message } = delivered;
  if (about === undefined) return undefined;
  return {
    kind: 'templateFeedback',
    ...about,
    feedbacks: listOf(message.feedbacks).flatMap((feedback) => textOf(feedback) ?? []),
    ...present({
      rate: numberOf(message.rate),
      note: textOf(message.note),
      submittedAt: instantOf(message.submit_time),
    }),
  };
}

export function readTemplateResponse(delivered: Delivered): TemplateEvent | undefined {
  const about = aboutMessage(delivered);
  const { message } = delivered;
  if (about === undefined) return undefined;
  const answer = { data: textOf(message.data), submittedAt: instantOf(message.submit_time) };
  return { kind: 'templateResponse', ...about, ...present(answer) };
}

export function readTemplateStatus(delivered: Delivered): TemplateEvent {
  const status = fieldsOf(delivered.raw.status);
  return {
    kind: 'templateStatus',
    ...occurrence(delivered),
    ...present({
      templateId: idOf(delivered.raw.template_id),
      before: textOf(status.prev_status),
      after: textOf(status.new_status),
      reason: textOf(delivered.raw.reason),
    }),
  };
}

export function readDailyQuota(delivered: Delivered): TemplateEvent {
  const quota = fieldsOf(delivered.raw.quota);
  const change = { before: numberOf(quota.prev_value), after: numberOf(quota.new_value) };
  return { kind: 'dailyQuota', ...occurrence(delivered), ...present(change) };
}

export function readTemplateChange(delivered: Delivered): TemplateEvent {
  const templateId = idOf(delivered.raw.template_id);
  return { kind: 'templateChanged', ...occurrence(delivered), ...present({ templateId }), raw: delivered.raw };
}

// The message id stands beside the message in one of the events.
function aboutMessage(delivered: Delivered, oaId?: string) {
  const messageId = idOf(delivered.message.msg_id) ?? idOf(delivered.raw.msg_id);
  if (messageId === undefined) return undefined;
  return {
    ...occurrence(delivered, oaId),
    messageId,
    ...present({ trackingId: idOf(delivered.message.tracking_id) }),
  };
}
