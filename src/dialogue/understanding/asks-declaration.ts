import { fold } from '../../rules/identity/fold.ts';

const number = String.raw`(\d[\d .]{5,18}\d)`;
const manners = String.raw`(?:(?:xin|cho|toi|em|minh|ben|hoi|giup|ho|anh|chi|ad|oi|a|da|voi|hi|hello|please|can you)\s+)*`;
const owner = String.raw`(?:\s+(?:cua\s+(?:toi|em|minh|chung toi|cong ty|doanh nghiep)|ben em|ben toi))?`;
const ending = String.raw`(?:\s+(?:roi|vay|the|nhi|nhe|a|ah|ha|voi|now|yet|please))*`;
const declaration = String.raw`(?:to khai|tk)(?:\s+so)?\s+${number}${owner}`;
const english = String.raw`(?:(?:my|our|the)\s+)?(?:customs\s+)?declaration(?:\s+(?:no|number))?\s+${number}`;
const stands = String.raw`(?:\s+(?:dang|da|hien|thi))*\s+(?:(?:o|den|toi)\s+(?:dau|(?:buoc|khau|cong doan|giai doan)\s+nao)|the nao|sao|(?:thong quan|xong|duoc duyet|duoc)\s+chua)`;

// The whole message is the question: whoever adds that nobody answers, or that goods are held, has a matter to report.
const questions = [
  `${manners}${declaration}${stands}${ending}`,
  String.raw`${manners}(?:tinh trang|trang thai|tra cuu|theo doi|kiem tra|xem)\s+(?:giup\s+|ho\s+)?${declaration}(?:${stands})?${ending}`,
  `${manners}(?:what(?: is| s|s) the )?status of ${english}${ending}`,
  `${manners}(?:where|how) is ${english}${ending}`,
  `${manners}(?:is|has) ${english} (?:been )?cleared${ending}`,
].map((pattern) => new RegExp(`^${pattern}$`));

const several = String.raw`(?:(?:cac|nhung|may)\s+)?(?:to khai|tk)`;
const ours = String.raw`(?:cua\s+(?:toi|em|minh|chung toi|cong ty|doanh nghiep|ben em|ben toi|ben minh)|ben em|ben toi|ben minh)`;
const listings = [
  `${manners}${several}\\s+${ours}${stands}${ending}`,
  String.raw`${manners}(?:tinh trang|trang thai|tra cuu|theo doi|kiem tra|xem|danh sach)\s+(?:giup\s+|ho\s+)?${several}\s+${ours}(?:${stands})?${ending}`,
  `${manners}(?:what(?: is| s|s) the )?status of (?:my|our) declarations?${ending}`,
  `${manners}(?:where|how) (?:is|are) (?:my|our) (?:customs )?declarations?${ending}`,
].map((pattern) => new RegExp(`^${pattern}$`));

/** Whether a message asks where the person's own declarations stand, names none and says nothing else. */
export function asksOwnDeclarations(text: string): boolean {
  return text.length <= 160 && listings.some((listing) => listing.test(plainly(text)));
}

/** The number, right or wrong, of the declaration whose state a message asks for and nothing else; null for any other message. */
export function declarationAskedFor(text: string): string | null {
  // Longer texts tell a story.
  if (text.length > 160) return null;
  const plain = plainly(text);
  for (const question of questions) {
    const found = question.exec(plain)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

function plainly(text: string): string {
  return fold(text)
    .replaceAll(/[?!,;:'’"“”()]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');
}
