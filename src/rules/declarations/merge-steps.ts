import type { DeclarationStep } from './declaration.ts';

/**
 * Both logs as one, oldest first. Two officers may do one step at one time; a row that names nobody says nothing beside one
 * that does.
 */
export function mergeSteps(a: readonly DeclarationStep[], b: readonly DeclarationStep[]): DeclarationStep[] {
  const steps = new Map([...a, ...b].map((each) => [`${whenOf(each)} ${whoOf(each)}`, each]));
  const named = new Set([...steps.values()].filter((each) => whoOf(each) !== '').map(whenOf));
  return [...steps.values()].filter((each) => whoOf(each) !== '' || !named.has(whenOf(each))).toSorted(inOrder);
}

function whenOf({ step, at }: DeclarationStep): string {
  return `${step} ${at}`;
}

function whoOf({ officerEmail, team }: DeclarationStep): string {
  return officerEmail ?? team ?? '';
}

// Registration stands first of what happened at one time, clearance last.
const order = ['registered', 'channelChange', 'documentCheck', 'physicalInspection', 'stored', 'released', 'cleared'];

function inOrder(a: DeclarationStep, b: DeclarationStep): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.step !== b.step) return order.indexOf(a.step) - order.indexOf(b.step);
  return whoOf(a) < whoOf(b) ? -1 : 1;
}
