import type { StepName } from '../routing/step-in-question.ts';
import type { DeclarationStep } from './declaration.ts';

/**
 * Both logs as one, oldest first. Two officers may do one step at one time; a row that names nobody says nothing beside one
 * that does.
 */
export function mergeSteps(a: readonly DeclarationStep[], b: readonly DeclarationStep[]): readonly DeclarationStep[] {
  if (b.length === 0 && isPlain(a)) return a;
  const steps = new Map([...a, ...b].map((each) => [`${whenOf(each)} ${whoOf(each)}`, each]));
  const named = new Set([...steps.values()].filter((each) => whoOf(each) !== '').map(whenOf));
  return [...steps.values()].filter((each) => whoOf(each) !== '' || !named.has(whenOf(each))).toSorted(inOrder);
}

// Nearly every log tells each step once and the oldest first, and is its own merger.
function isPlain(steps: readonly DeclarationStep[]): boolean {
  let before: DeclarationStep | null = null;
  for (const each of steps) {
    if (before !== null && (before.at > each.at || (before.at === each.at && places[before.step] >= places[each.step])))
      return false;
    before = each;
  }
  return true;
}

function whenOf({ step, at }: DeclarationStep): string {
  return `${step} ${at}`;
}

function whoOf({ officerEmail, team }: DeclarationStep): string {
  return officerEmail ?? team ?? '';
}

// Registration stands first of what happened at one time, clearance last.
const places: Readonly<Record<StepName, number>> = {
  registered: 0,
  channelChange: 1,
  documentCheck: 2,
  physicalInspection: 3,
  stored: 4,
  released: 5,
  cleared: 6,
};

function inOrder(a: DeclarationStep, b: DeclarationStep): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.step !== b.step) return places[a.step] - places[b.step];
  return whoOf(a) < whoOf(b) ? -1 : 1;
}
