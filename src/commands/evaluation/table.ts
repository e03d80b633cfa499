import { accusationsHeard, confusionsOf } from './confusion.ts';
import { type Answered, type Figures, inFileKeys, measure } from './figures.ts';
import { type Bin, calibrationError, categoryReliability, intentReliability } from './reliability.ts';

const mostPairs = 12;

/** Prints the figures for the whole file and for each style of writing, what is mixed up, and how far confidence can be trusted. */
export function printTable(answered: readonly Answered[], withMisses: boolean): void {
  const slices = [['tất cả', answered] as const, ...stylesIn(answered)];
  console.table(Object.fromEntries(slices.map(([style, part]) => [style, row(measure(part))])));

  printLookUp(answered);

  const { made, heard, imagined } = accusationsHeard(answered);
  console.log(`Phản ánh, tố cáo về người: nhận ra ${heard}/${made}, nhận nhầm ${imagined}.`);

  const pairs = confusionsOf(answered).slice(0, mostPairs);
  if (pairs.length > 0) {
    console.log('Nhầm nhiều nhất:');
    console.table(pairs.map(({ wanted, got, times }) => ({ cần: wanted, hiểu: got, 'số lần': times })));
  }
  printReliability('ý định', intentReliability(answered));
  printReliability('lĩnh vực', categoryReliability(answered));
  if (withMisses) printMisses(answered);
}

/** Prints the look-up for each part of the file and each style of writing that has such questions, beside the reference. */
function printLookUp(answered: readonly Answered[]): void {
  const asked = answered.filter(({ expected }) => expected.article !== null || expected.intent === 'other');
  if (asked.length === 0) return;
  const parts = Map.groupBy(asked, ({ expected }) => expected.part);
  const slices = [['tất cả', asked] as const, ...[...parts].filter(([part]) => part !== null), ...stylesIn(asked)];
  console.log('Tra cứu phụ lục (mốc: MiniSearch bỏ dấu trên cùng các điều):');
  console.table(Object.fromEntries(slices.map(([name, slice]) => [name, lookUpRow(slice)])));
}

function lookUpRow(slice: readonly Answered[]): Record<string, number | string> {
  const figures = measure(slice);
  return {
    'số câu': slice.filter(({ expected }) => expected.article !== null).length,
    'đúng@1': figures.appendixRecallAt1 ?? '',
    'đúng@3': figures.appendixRecallAt3 ?? '',
    'mốc@1': figures.referenceRecallAt1 ?? '',
    'mốc@3': figures.referenceRecallAt3 ?? '',
    'từ chối nhầm': figures.wronglyRefused ?? '',
    'ngoài phạm vi': slice.filter(({ expected }) => expected.article === null).length,
    'trả lời nhầm': figures.wronglyAnswered ?? '',
    'ms p95': figures.lookUpMsP95,
  };
}

/** Prints how each style of writing is understood by a model that never saw it. */
export function printLeftOut(figures: ReadonlyMap<string, Figures>): void {
  console.log('Khi cách viết ấy không có trong dữ liệu huấn luyện:');
  console.table(Object.fromEntries([...figures].map(([style, each]) => [style, row(each)])));
}

/** The answers by style of writing, in the order in which the styles first occur. */
export function stylesIn(answered: readonly Answered[]): readonly (readonly [string, readonly Answered[]])[] {
  const slices = new Map<string, Answered[]>();
  for (const each of answered) slices.set(each.expected.style, [...(slices.get(each.expected.style) ?? []), each]);
  return [...slices];
}

function row(figures: Figures): Record<string, number | string> {
  return {
    'số câu': figures.n,
    'đúng ý định': figures.intentAccuracy,
    'F1 ý định': figures.intentMacroF1,
    'đúng lĩnh vực': figures.categoryAccuracy,
    'F1 thông tin': figures.entityF1,
    'ms p50': figures.msP50,
    'ms p95': figures.msP95,
  };
}

function printReliability(about: string, bins: readonly Bin[]): void {
  console.log(`Độ tin cậy của ${about} (lệch trung bình ${calibrationError(bins).toFixed(3)}):`);
  console.table(
    bins.map(({ from, until, answers, confidence, right }) => ({
      khoảng: `${from}–${until}`,
      'số câu': answers,
      'tự tin': confidence.toFixed(2),
      'đúng thật': right.toFixed(2),
    })),
  );
}

function printMisses(answered: readonly Answered[]): void {
  for (const { expected, understood, lookedUp } of answered) {
    const wanted = [expected.intent, expected.category, sorted(expected.entities)].map(String);
    const got = [understood.intent.value, understood.category.value, sorted(inFileKeys(understood.entities))].map(
      String,
    );
    const { article } = expected;
    if (article !== null && lookedUp !== null && lookedUp.ours[0] !== article)
      console.log(
        `${expected.id}  ${expected.text}\n   cần ${article} · tìm được ${lookedUp.ours.slice(0, 3).join(', ')}`,
      );
    if (wanted.join() !== got.join()) {
      console.log(`${expected.id}  ${expected.text}\n   cần ${wanted.join(' · ')}\n   hiểu ${got.join(' · ')}`);
    }
  }
}

function sorted(entities: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(entities).toSorted(([a], [b]) => (a < b ? -1 : 1))));
}
