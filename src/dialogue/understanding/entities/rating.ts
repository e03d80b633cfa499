import { fold } from '../../../rules/identity/fold.ts';
import { type Found, phraseFinder } from '../find-phrases.ts';
import { type Normalised, normalise } from '../normalise.ts';
import { readPhraseBook } from '../phrase-book.ts';

export type RatedTarget = { target: string; rating: number };
export type RatingFound = { rating?: number; ratings?: readonly RatedTarget[]; isExplicit: boolean };

// The five levels of the rating system. Weight 2 is said of a service and nothing else; weight 1 needs a rating around it.
const levels = phraseFinder(
  readPhraseBook({
    5: `
2: rất hài lòng | vô cùng hài lòng | cực kỳ hài lòng | hoàn toàn hài lòng | hài lòng lắm | quá hài lòng | siêu hài lòng | năm sao | five star | five stars | very satisfied | fully satisfied | extremely satisfied | completely satisfied | totally satisfied | so satisfied | really satisfied | five out of five | solid five | full marks | mức cao nhất | 다섯 점 | 매우 만족 | 아주 만족 | 정말 만족 | 대단히 만족 | 무척 만족 | 별 다섯
1: tuyệt vời | xuất sắc | rất tốt | quá tốt | excellent`,
    4: `
2: hài lòng | bốn sao | four star | four stars | satisfied | four out of five | solid four | 네 점 | 만족 | 별 넷 | 별 네`,
    3: `
2: bình thường thôi | mức bình thường | tạm hài lòng | ba sao | three star | three stars | neutral | three out of five | 세 점 | hài lòng vừa | không khen không chê | hài lòng ở mức vừa | 보통 | 별 셋 | 별 세
1: bình thường | tạm được | trung bình | tạm ổn | cũng được | average`,
    2: `
2: không hài lòng | chưa hài lòng | không … hài lòng | chưa … hài lòng | hai sao | two star | two stars | two out of five | 두 점 | không hài lòng lắm | chưa hài lòng lắm | chưa thật hài lòng | chưa thực sự hài lòng | không mấy hài lòng | chả hài lòng | chẳng hài lòng | kém hài lòng | dissatisfied | unhappy | not satisfied | unsatisfied | not very satisfied | 불만족 | 만족하지 | 불만입니다 | 별 둘 | 별 두
1: kém | tệ | poor`,
    1: `
2: rất không hài lòng | vô cùng không hài lòng | cực kỳ không hài lòng | hoàn toàn không hài lòng | quá không hài lòng | rất là không hài lòng | không hài lòng chút nào | không hài lòng tí nào | một sao | one star | one out of five | 한 점 | chẳng hài lòng chút nào | chả hài lòng tí nào | không hề hài lòng | very dissatisfied | very unhappy | totally dissatisfied | very unsatisfied | extremely dissatisfied | not satisfied at all | 매우 불만족 | 아주 불만족 | 별 하나 | 별 한
1: quá tệ | rất tệ | tệ quá | rất kém | quá kém | terrible | awful`,
    none: `
2: mức hài lòng | mức độ hài lòng | khảo sát hài lòng | có hài lòng không | sự hài lòng | hài lòng hay không | 만족도`,
  }),
);

const askedFor = /(?:danh gia|cham|cho diem|rate|rating|평가|sao|hai long)/;
const stars =
  /(?<![\d.,/-])([1-5])(?:\/5)?(?![\d.]) ?(?:sao|\*|⭐|★|stars?\b|điểm|diem\b|점)|(?<![\d.,/-])([1-5]) ?(?:\/|out of|trên|tren) ?5(?![\d/])|(?:mức|muc|chấm|cham|vote|đánh giá|danh gia|(?<!(?:địa|dia|thời|thoi|cao) )(?:điểm|diem)|rate|rating|rated|score|별점?) ?:? ?([1-5])(?![\d.,/]| ?(?:giờ|gio|ngày|ngay|lần|lan|tờ|to|lô|lo|tháng|thang|năm|nam)\b)/giu;
// "I would give it a three": the figure is a word only here.
const given = /\bgive (?:\w+ ){0,3}an? (one|two|three|four|five)\b/i;
const figures: readonly string[] = ['one', 'two', 'three', 'four', 'five'];
const drawn = /(?:⭐|★){1,5}/gu;

/** The level given to a service, 1 to 5; several steps rated in one message come as a list. */
export function findRatings(text: Normalised): RatingFound {
  const targets = byStep(text.clean);
  if (targets.length > 1) return { ratings: targets, isExplicit: true };

  const inStars = starsIn(text.clean);
  if (inStars.length > 0) return { rating: inStars[0] ?? 0, isExplicit: true };

  const [said] = levels(text)
    .filter(({ phrase }) => phrase.label !== 'none' || phrase.weight === 2)
    .toSorted((a, b) => b.phrase.weight - a.phrase.weight || breadth(b) - breadth(a));
  if (said === undefined || said.phrase.label === 'none') return { isExplicit: false };
  const isWholeMessage = text.words.length <= 3;
  const isExplicit = said.phrase.weight === 2 || isWholeMessage || askedFor.test(fold(text.clean));
  return { rating: Number(said.phrase.label), isExplicit };
}

// Of "불만족" and the "만족" inside it, the longer is meant; Korean phrases are found without their place.
function breadth({ phrase, from, until }: Found): number {
  return phrase.words === null ? phrase.text.length : until - from;
}

function starsIn(clean: string): readonly number[] {
  const counted = [...clean.matchAll(stars)].map((match) => Number(match[1] ?? match[2] ?? match[3]));
  if (counted.length > 0) return counted;
  const [, word = ''] = given.exec(clean) ?? [];
  if (word !== '') return [figures.indexOf(word.toLowerCase()) + 1];
  return [...clean.matchAll(drawn)].map(([row]) => [...row].length);
}

// Professional steps of a declaration, by the words people use for them.
const steps: readonly (readonly [step: string, words: RegExp])[] = [
  ['physical_inspection', /kiem hoa|kiem tra thuc te|kiem tra hang|soi chieu|physical inspection|inspection|검사/],
  ['document_check', /kiem tra ho so|ho so|duyet to khai|document|서류/],
  ['registration', /tiep nhan|dang ky|registration|접수/],
  ['supervision', /giam sat|qua khu vuc|cong cang|supervision|gate/],
  ['tax', /\bthue|tax/],
  ['clearance', /thong quan|clearance|통관/],
  ['officer', /cong chuc|can bo|thai do|officer|공무원/],
  ['unit', /don vi|chi cuc|hai quan|unit|office/],
];

/** The step a phrase speaks of, by code; null where it names none. */
export function stepNamedIn(phrase: string): string | null {
  const folded = fold(phrase);
  return steps.find(([step, words]) => step === folded || words.test(folded))?.[0] ?? null;
}

function byStep(clean: string): readonly RatedTarget[] {
  const clauses = clean.split(/[,;\n]|(?:\s(?:còn|con|nhưng|nhung|và|va|and|but)\s)|\.\s/iu);
  return clauses.flatMap((clause) => {
    const target = stepNamedIn(clause);
    const rating = starsIn(clause)[0] ?? levelIn(clause);
    return target === null || rating === null ? [] : [{ target, rating }];
  });
}

function levelIn(clause: string): number | null {
  const [said] = levels(normalise(clause)).toSorted((a, b) => breadth(b) - breadth(a));
  return said === undefined || said.phrase.label === 'none' ? null : Number(said.phrase.label);
}
