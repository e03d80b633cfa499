import type { Answered } from './figures.ts';

export type Confusion = { wanted: string; got: string; times: number };

/** The pairs that are mixed up, most often first. An issue is named by its category, anything else by its intent. */
export function confusionsOf(answered: readonly Answered[]): readonly Confusion[] {
  const pairs = new Map<string, Confusion>();
  for (const { expected, understood } of answered) {
    const wanted = expected.category ?? expected.intent;
    const got = understood.category.value ?? understood.intent.value;
    if (wanted === got) continue;
    const before = pairs.get(`${wanted} ${got}`) ?? { wanted, got, times: 0 };
    pairs.set(`${wanted} ${got}`, { ...before, times: before.times + 1 });
  }
  return [...pairs.values()].toSorted((a, b) => b.times - a.times || (a.wanted + a.got < b.wanted + b.got ? -1 : 1));
}

/** How many accusations were heard as such, of those made, and how many were heard that nobody made. */
export function accusationsHeard(answered: readonly Answered[]): { made: number; heard: number; imagined: number } {
  const made = answered.filter(({ expected }) => expected.intent === 'complaint_officer');
  const heardAtAll = answered.filter(({ understood }) => understood.intent.value === 'complaint_officer');
  const heard = made.filter((each) => heardAtAll.includes(each)).length;
  return { made: made.length, heard, imagined: heardAtAll.length - heard };
}
