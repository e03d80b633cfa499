import type { CaseKind, ClockKind, Level } from '../../src/rules/case/words.ts';
import { caseExclusions, cases, clocks } from '../../src/store/schema/cases.ts';
import type { TestDesk } from './desk.ts';

export interface TimedCases {
  kept?: number;
  broken?: number;
  /** Still running: neither kept nor broken. */
  running?: number;
  kind?: CaseKind;
  clock?: ClockKind;
  level?: Level;
  urgent?: boolean;
  unitId: number;
  enterpriseId?: number | null;
  openedAt?: string;
  /** When the clock was met, or broke. */
  decidedAt?: string;
  /** Who is kept away from every one of them. */
  excluded?: { id: number };
}

/** Cases of which each has one clock that stands as said, written where they are read: what the figures count. */
export async function haveTimed(desk: TestDesk, planned: TimedCases): Promise<void> {
  const { db } = desk.database;
  const { kept = 0, broken = 0, running = 0, kind = 'issue', clock = 'firstResponse', level = 1 } = planned;
  const openedAt = new Date(planned.openedAt ?? '2026-11-12T08:00:00+07:00');
  const decidedAt = new Date(planned.decidedAt ?? '2026-11-13T09:00:00+07:00');
  const standing = [
    ...Array.from({ length: kept }, () => ({ state: 'met', stoppedAt: decidedAt, brokenAt: null }) as const),
    // The answer came much later; the promise stays broken in the month in which it broke.
    ...Array.from(
      { length: broken },
      () =>
        ({ state: 'broken', stoppedAt: new Date(decidedAt.getTime() + 60 * 86_400_000), brokenAt: decidedAt }) as const,
    ),
    ...Array.from({ length: running }, () => ({ state: 'running', stoppedAt: null, brokenAt: null }) as const),
  ];
  const before = await db.$count(cases);
  const rows = await db
    .insert(cases)
    .values(
      standing.map((_, place) => ({
        reference: `VM-2026-8${String(before + place).padStart(5, '0')}`,
        kind,
        state: 'open' as const,
        level,
        enterpriseId: planned.enterpriseId ?? null,
        isVerified: true,
        description: 'Hàng chờ',
        category: 'supervision_vasscm',
        urgent: planned.urgent ?? false,
        unitId: planned.unitId,
        policyId: desk.organisation.policyIds[0] ?? 0,
        calendarId: desk.organisation.calendarId,
        openedAt,
        lastActivityAt: openedAt,
      })),
    )
    .returning({ id: cases.id });
  await db.insert(clocks).values(
    rows.map(({ id: caseId }, place) => ({
      caseId,
      kind: clock,
      cycle: 1,
      level,
      allowedMinutes: 120,
      startedAt: openedAt,
      dueAt: decidedAt,
      ...(standing[place] ?? { state: 'running' as const }),
    })),
  );
  const { excluded } = planned;
  if (excluded !== undefined)
    await db
      .insert(caseExclusions)
      .values(rows.map(({ id: caseId }) => ({ caseId, officerId: excluded.id, because: 'Là đối tượng của phản ánh' })));
}
