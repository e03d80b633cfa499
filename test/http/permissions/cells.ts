import { eq } from 'drizzle-orm';
import type { CaseKind } from '../../../src/rules/case/words.ts';
import { roles } from '../../../src/rules/visibility/permission-table.ts';
import { alerts, caseEvents, caseExclusions, cases, clocks, ladderSteps } from '../../../src/store/schema/cases.ts';
import { files, messages } from '../../../src/store/schema/conversations.ts';
import { officers, units } from '../../../src/store/schema/organisation.ts';
import { openACase } from '../../support/cases.ts';
import type { TestDesk } from '../../support/desk.ts';
import type { TestOfficer } from '../../support/organisation.ts';
import { kinds, letters, type Relation, relations } from './who-sees.ts';

export interface Person {
  letter: string;
  officer: TestOfficer;
}

export interface Cell {
  person: Person;
  relation: Relation;
  kind: CaseKind;
  reference: string;
  messageId: number;
  fileId: number;
}

export interface PlantedCase {
  kind: CaseKind;
  reference: string;
  /** Where its unit is from that of the six. */
  place: Relation;
  /** Whose it is in another way than by its unit. */
  of: { person: Person; relation: Relation } | null;
}

const prefixes: Record<CaseKind, string> = { issue: 'VM', question: 'HD', report: 'PA', verification: 'DG' };

/**
 * Six people of one unit, one of each role, and a case for every way in which one of them can stand to one of any kind.
 * What only the unit decides is the same case for all six.
 */
export async function plantCells(desk: TestDesk) {
  const { db } = desk.database;
  const { root, port3, port1 } = desk.organisation.units;
  const [below, elsewhere] = await db
    .insert(units)
    .values(
      [port3, port1].map((parentId) => ({ code: `D${parentId}`, parentId, ...unitNames, validFrom: '2020-01-01' })),
    )
    .returning({ id: units.id });
  const unitAt: Partial<Record<Relation, number>> = {
    ...{ ownUnit: port3, below: below?.id ?? 0, beside: port1, above: root, elsewhere: elsewhere?.id ?? 0 },
  };
  const people = await sixOf(desk, port3);
  const copy = await copier(desk);
  const cells: Cell[] = [];
  const planted: PlantedCase[] = [];
  let number = 100_000;
  for (const kind of Object.keys(kinds) as CaseKind[]) {
    for (const relation of relations) {
      const unitId = unitAt[relation];
      for (const own of unitId === undefined ? people : [null]) {
        number += 1;
        const place = own === null ? relation : placeOf(relation);
        const assigneeId = own !== null && (relation === 'assignee' || relation === 'subject') ? own.officer.id : null;
        const reference = `${prefixes[kind]}-2026-${number}`;
        const made = await copy({ kind, reference, unitId: unitAt[place] ?? 0, assigneeId });
        if (own !== null) await relate(desk, made.caseId, own.officer.id, relation);
        planted.push({ kind, reference, place, of: own === null ? null : { person: own, relation } });
        for (const person of own === null ? people : [own]) cells.push({ person, relation, kind, reference, ...made });
      }
    }
  }
  return { people, cells, planted };
}

const unitNames = { name: 'Đội Giám sát', shortName: 'Đội GS' };

/** Where the unit of a case is that is somebody's in another way: out of reach where that lets them in, else in their own. */
function placeOf(relation: Relation): Relation {
  return relation === 'assignee' || relation === 'told' ? 'elsewhere' : 'ownUnit';
}

async function relate({ database: { db }, clock }: TestDesk, caseId: number, officerId: number, relation: Relation) {
  const isKeptAway = relation === 'excluded' || relation === 'subject';
  if (relation === 'told' || relation === 'subject')
    await db.insert(alerts).values({ caseId, officerId, kind: 'message', text: 'Có vụ việc', createdAt: clock.now() });
  if (isKeptAway) await db.insert(caseExclusions).values({ caseId, officerId, because: 'người bị phản ánh' });
}

async function sixOf({ database: { db } }: TestDesk, unitId: number): Promise<Person[]> {
  const rows = await db
    .insert(officers)
    .values(roles.map((role) => ({ name: `Người ${role}`, title: role, email: `${role}@o.example`, role, unitId })))
    .returning();
  return rows.map(({ id, name, email, role }) => ({
    letter: letters[roles.indexOf(role)] ?? '',
    officer: { id, name, email: email ?? '', role, unitId },
  }));
}

/** A case as the verb opens one, with a file, again and again under other references: opening each would take the time. */
async function copier(desk: TestDesk) {
  const { db } = desk.database;
  const { row } = await openACase(desk);
  const of = async <Row>(rows: Promise<Row[]>) => rows;
  const [template] = await db.select().from(cases).where(eq(cases.id, row.id));
  if (template === undefined) throw new Error('The case was not stored');
  const events = await of(db.select().from(caseEvents).where(eq(caseEvents.caseId, row.id)));
  const runs = await of(db.select().from(clocks).where(eq(clocks.caseId, row.id)));
  const steps = await of(db.select().from(ladderSteps).where(eq(ladderSteps.caseId, row.id)));
  const [message] = await db.select().from(messages).where(eq(messages.caseId, row.id));
  if (message === undefined) throw new Error('The case has no words');
  // Nobody of the six sees the template itself.
  await db.delete(alerts).where(eq(alerts.caseId, row.id));
  await db.update(cases).set({ state: 'merged' }).where(eq(cases.id, row.id));

  return async (other: { kind: CaseKind; reference: string; unitId: number; assigneeId: number | null }) => {
    const { id: _, ...body } = template;
    const [made] = await db
      .insert(cases)
      .values({ ...body, ...other })
      .returning({ id: cases.id });
    const caseId = made?.id ?? 0;
    await db.insert(caseEvents).values(events.map(({ id: __, ...event }) => ({ ...event, caseId })));
    await db.insert(clocks).values(runs.map((run) => ({ ...run, caseId })));
    await db.insert(ladderSteps).values(steps.map(({ id: __, wakeAt: ___, ...step }) => ({ ...step, caseId })));
    const { id: ____, ...words } = message;
    const [said] = await db
      .insert(messages)
      .values({ ...words, caseId, text: `Hỏi về ${other.reference}` })
      .returning({ id: messages.id });
    const messageId = said?.id ?? 0;
    const [file] = await db
      .insert(files)
      .values({
        messageId,
        channel: 'telegram',
        ref: other.reference,
        name: 'anh.png',
        state: 'stored',
        path: 'anh.png',
      })
      .returning({ id: files.id });
    return { caseId, messageId, fileId: file?.id ?? 0 };
  };
}
