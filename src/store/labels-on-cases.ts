import { type SQL, sql } from 'drizzle-orm';
import type { LabelColour } from '../rules/case/labels.ts';

interface LabelOnCase {
  id: number;
  name: string;
  colour: LabelColour;
}

// Written out, because drizzle leaves the table's name away where a query has one table.
const caseId = sql.raw('"cases"."id"');

/** As a column of a query on `cases`: the labels of the case, in the order in which they were put on. */
export const labelsOnCase = sql<LabelOnCase[]>`(
  select coalesce(json_agg(json_build_object('id', l.id, 'name', l.name, 'colour', l.colour) order by k.put_at, l.id), '[]')
  from case_labels k join labels l on l.id = k.label_id where k.case_id = ${caseId})`;

/** As a condition on `cases`. */
export function hasLabel(labelId: number): SQL {
  return sql`${caseId} in (select k.case_id from case_labels k where k.label_id = ${labelId})`;
}
