import type { Sent, ZaloFault, ZaloResult } from 'zalo-api-client';
import type { Delivery } from '../port.ts';

const soonSeconds = 5;
// The rate is counted by the minute.
const rateSeconds = 20;
// What an administrator has to mend is not mended by trying at once.
const afterRepairSeconds = 60;
const accountSeconds = 300;
const quotaSeconds = 3600;

// The person stopped us by hand; the other numbers of that kind are about time and allowances.
const blockedCodes = new Set([-217, -244]);
const noSuchPerson = new Set([-227, -403]);

/** What the answer to a message means for the outbox. */
export function deliveryOf(answer: ZaloResult<Sent>): Delivery {
  return answer.ok
    ? { status: 'accepted', providerMessageId: answer.value.messageId ?? null }
    : deliveryOfFault(answer.error);
}

/** The same for a fault alone. `detail` holds the platform's number and words, never a token. */
export function deliveryOfFault(fault: ZaloFault): Delivery {
  const { code, message: detail, retryAfterSeconds } = fault;
  const later = (afterSeconds: number, whole = false): Delivery => ({
    status: 'tryLater',
    afterSeconds: Math.max(1, retryAfterSeconds ?? afterSeconds),
    detail,
    ...(whole ? { whole } : {}),
  });
  switch (fault.category) {
    case 'unknownOutcome':
      return { status: 'unknown', detail };
    case 'network':
      return later(soonSeconds);
    case 'rate':
      return later(rateSeconds, true);
    case 'auth':
      return later(afterRepairSeconds, true);
    case 'account':
      return later(accountSeconds, true);
    // Free answers still go out, so the other chats need not wait.
    case 'quota':
      return later(quotaSeconds);
    case 'night':
      return later(quotaSeconds);
    case 'window':
      return refused(code !== undefined && blockedCodes.has(code) ? 'blockedByPerson' : 'windowClosed', detail);
    case 'parameter':
      return refused(isAboutRecipient(fault) ? 'unknownRecipient' : 'rejectedContent', detail);
    case 'expiredAsset':
      return refused('rejectedContent', detail);
    case 'unknown':
      // A number that nobody has explained is listed for a person; a gateway's page or a plea for patience is not.
      return fault.whatToDo === 'backOff' || code === undefined
        ? later(afterRepairSeconds)
        : refused('rejectedContent', detail);
  }
}

// A wrong user id has the number of every other wrong parameter; the platform's text names the field.
function isAboutRecipient({ code, message }: ZaloFault): boolean {
  if (code === undefined) return false;
  return noSuchPerson.has(code) || (code === -201 && /recipient|user[_ ]?id/i.test(message));
}

function refused(because: Extract<Delivery, { status: 'refused' }>['because'], detail: string): Delivery {
  return { status: 'refused', because, detail };
}
