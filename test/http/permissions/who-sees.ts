import type { CaseKind } from '../../../src/rules/case/words.ts';

/**
 * Who meets a case and who does what to it, said a second time and by hand: `e` an officer, `t` a team lead, `h` the head
 * of a unit, `l` the leader of the department, `c` internal control, `a` an administrator, all six of one unit.
 */
export const letters = 'ethlca';

/** How somebody stands to a case: where in the tree its unit is from theirs, or whatever else they are to it. */
export const relations = [
  'ownUnit',
  'below',
  'beside',
  'above',
  'elsewhere',
  'assignee',
  'told',
  'excluded',
  'subject',
] as const;
export type Relation = (typeof relations)[number];

/** Those who see it. Problems and questions stay in the line of the unit; conduct is internal control's. */
export const seenBy: Record<Relation, { plain: string; conduct: string }> = {
  ownUnit: { plain: 'ethlc', conduct: 'c' },
  below: { plain: 'thlc', conduct: 'c' },
  beside: { plain: 'lc', conduct: 'c' },
  above: { plain: 'lc', conduct: 'c' },
  elsewhere: { plain: 'lc', conduct: 'c' },
  // Whoever was given or told of it, even an administrator.
  assignee: { plain: letters, conduct: letters },
  told: { plain: letters, conduct: letters },
  // In their own unit, and in the hands of the subject before anybody found out.
  excluded: { plain: '', conduct: '' },
  subject: { plain: '', conduct: '' },
};

export const kinds: Record<CaseKind, keyof (typeof seenBy)['ownUnit']> = {
  issue: 'plain',
  question: 'plain',
  report: 'conduct',
  verification: 'conduct',
};

/** Of those who see the case, who does it; left out, all of them. */
const limited: Record<string, string> = { 'who is kept away': 'lc', 'keep somebody away': 'lc' };
// Words are removed by whoever answers for what is kept of people, seen or not.
const removers = 'ca';

export type Answer = 'letIn' | 'refused' | 'absent';

export function expectedOf(act: string, relation: Relation, kind: CaseKind, letter: string): Answer {
  const sees = seenBy[relation][kinds[kind]].includes(letter);
  if (act === 'remove words') {
    if (!removers.includes(letter)) return 'refused';
    return relation === 'excluded' || relation === 'subject' ? 'absent' : 'letIn';
  }
  if (!sees) return 'absent';
  return (limited[act] ?? letters).includes(letter) ? 'letIn' : 'refused';
}
