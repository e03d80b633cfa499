import { NotFound } from '../../errors.ts';
import { mostLabelsOnCase } from '../../rules/case/labels.ts';
import { countLabelsOn, deleteCaseLabel, insertCaseLabel, labelOn, offeredLabel } from '../../store/labels.ts';
import type { Act } from '../act.ts';
import { officerIdOf } from '../actor.ts';
import { refused } from '../refuse.ts';
import { viewerOf, visibleCase } from '../visibility.ts';
import { happen } from './happen.ts';

interface LabelOfCase {
  reference: string;
  labelId: number;
}

/** Puts a label on a case. One that is there already stays, and nothing has happened. */
export async function putLabel(current: Act, { reference, labelId }: LabelOfCase): Promise<void> {
  const { tx, at } = current;
  const officerId = officerIdOf(current);
  const row = await visibleCase(current, reference);
  if ((await labelOn(tx, row.id, labelId)) !== null) return;
  const sight = officerId === null ? 'everything' : await viewerOf(tx, officerId);
  const label = sight === null ? null : await offeredLabel(tx, sight, labelId);
  if (label === null) throw new NotFound('nhãn');
  if ((await countLabelsOn(tx, row.id)) >= mostLabelsOnCase) throw refused('tooManyLabels');
  await insertCaseLabel(tx, { caseId: row.id, labelId, putAt: at });
  await happen(current, row, [{ type: 'labelled', labelId, name: label.name }]);
}

/** Takes a label off a case, also one that is retired or another unit's. One that is not there is no matter. */
export async function takeLabelOff(current: Act, { reference, labelId }: LabelOfCase): Promise<void> {
  const { tx } = current;
  officerIdOf(current);
  const row = await visibleCase(current, reference);
  const label = await labelOn(tx, row.id, labelId);
  if (label === null) return;
  await deleteCaseLabel(tx, row.id, labelId);
  await happen(current, row, [{ type: 'unlabelled', labelId, name: label.name }]);
}
