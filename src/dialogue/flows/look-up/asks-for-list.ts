import { questionWords } from '../../../knowledge/search/question-words.ts';
import { fold } from '../../../rules/identity/fold.ts';

const namesAppendices = /phu luc|\bpl\b|appendi|annex|부속서|부록/u;
const asksForAll =
  /danh (?:sach|muc)|liet ke|tat ca|tong cong|toan bo|(?:cac|nhung|bao nhieu|may) (?:phu luc|pl)|\blist\b|how many|which append|show me the append|all append|목록|모두|몇 개/u;
// Folded; beside these the question has no matter of its own.
const aboutTheList = new Set(
  `phu luc pl thoa thuan hop tac doi tac kem quy che danh sach muc liet ke tat ca tong cong toan bo ban list all
  appendix appendice appendic annex agreement partnership mani show`.split(/\s+/u),
);

/** Whether somebody only wants to see which appendices there are. */
export function asksForList(question: string): boolean {
  const folded = fold(question).normalize('NFC');
  if (!namesAppendices.test(folded) || !asksForAll.test(folded)) return false;
  return questionWords(question).every((word) => aboutTheList.has(word) || /\p{Script=Hangul}/u.test(word));
}
