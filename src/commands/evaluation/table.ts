import { type Answered, inFileKeys, measure } from './figures.ts';

/** Prints the figures for the whole file and for each style of writing, one row each. */
export function printTable(answered: readonly Answered[], withMisses: boolean): void {
  const slices = new Map<string, Answered[]>([['tất cả', [...answered]]]);
  for (const each of answered) slices.set(each.expected.style, [...(slices.get(each.expected.style) ?? []), each]);

  console.table(
    Object.fromEntries(
      [...slices].map(([style, part]) => {
        const figures = measure(part);
        return [
          style,
          {
            'số câu': figures.n,
            'đúng ý định': figures.intentAccuracy,
            'F1 ý định': figures.intentMacroF1,
            'đúng lĩnh vực': figures.categoryAccuracy,
            'F1 thông tin': figures.entityF1,
            'tra cứu@1': figures.appendixRecallAt1 ?? 'chưa có',
            'ms p95': figures.msP95,
          },
        ];
      }),
    ),
  );
  if (withMisses) printMisses(answered);
}

function printMisses(answered: readonly Answered[]): void {
  for (const { expected, understood } of answered) {
    const wanted = [expected.intent, expected.category, sorted(expected.entities)].map(String);
    const got = [understood.intent.value, understood.category.value, sorted(inFileKeys(understood.entities))].map(
      String,
    );
    if (wanted.join() !== got.join()) {
      console.log(`${expected.id}  ${expected.text}\n   cần ${wanted.join(' · ')}\n   hiểu ${got.join(' · ')}`);
    }
  }
}

function sorted(entities: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(entities).toSorted(([a], [b]) => (a < b ? -1 : 1))));
}
