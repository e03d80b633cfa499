import type { OwnDeclaration } from '../../../desk/ratings/rateable.ts';
import { ownDeclaration, snapshotNow } from '../../../desk/ratings/rateable.ts';
import type { RatedSnapshot } from '../../../rules/rating/rating.ts';
import { type Subject, subjectOfCode, wholeDeclaration } from '../../../rules/rating/subjects.ts';
import type { StepName } from '../../../rules/routing/step-in-question.ts';
import { officerNames } from '../../../store/case-details.ts';
import { unitById } from '../../../store/organisation.ts';
import { ratingsIn } from '../../phrases/ratings.ts';
import type { Turn } from '../../turn.ts';

/** What verbs stand on, done by the person of this chat. */
export function actOf(turn: Turn): Turn['act'] {
  return { ...turn.act, by: turn.by };
}

/** The person's own declaration, and who did what on it. Throws `NotFound` like the verbs do. */
export async function toBeRated(turn: Turn, number: string): Promise<OwnDeclaration & { snapshot: RatedSnapshot }> {
  const own = await ownDeclaration(actOf(turn), number);
  return { ...own, snapshot: await snapshotNow(turn.act, own.declaration) };
}

/** The subject that a button named; the whole declaration where it is not (or no longer) on it. */
export function subjectNamed(snapshot: RatedSnapshot, code: string): Subject {
  return subjectOfCode(snapshot, code) ?? wholeDeclaration;
}

/** How a subject is called; null for the declaration as a whole. */
export async function subjectLabel(turn: Turn, snapshot: RatedSnapshot, subject: Subject): Promise<string | null> {
  const say = ratingsIn(turn.phrases.language);
  const { kind, key } = subject;
  switch (kind) {
    case 'declaration':
      return null;
    case 'unit':
      return (await unitById(turn.act.tx, Number(key))).name;
    case 'team':
      return key;
    case 'step':
      return say.step(stepOf(snapshot, key));
    case 'officer': {
      const id = Number(key);
      const name = (await officerNames(turn.act.tx, [id])).get(id) ?? key;
      const done = snapshot.steps.filter(({ officerId }) => officerId === id).map(({ step }) => step);
      return say.officer(name, [...new Set(done)]);
    }
  }
}

function stepOf({ steps }: RatedSnapshot, key: string): StepName {
  return steps.find(({ step }) => step === key)?.step ?? 'registered';
}
