import { expect, test } from 'vitest';
import { act, type Desk } from '../../../src/desk/act.ts';
import { sendWeeklyDigests } from '../../../src/desk/digests/weekly-digest.ts';
import { endExpiredLinks } from '../../../src/desk/enterprises/stop-speaking.ts';
import { appointAdministrator } from '../../../src/desk/installation/appoint-administrator.ts';
import { installDefaults } from '../../../src/desk/installation/install-defaults.ts';
import { bringToDate } from '../../../src/desk/organisation/bring-to-date.ts';
import { invitePass, startInviting } from '../../../src/desk/ratings/inviting.ts';
import { planInvitations } from '../../../src/desk/ratings/plan-invitations.ts';
import { remindOfInvitations } from '../../../src/desk/ratings/remind.ts';
import { startActionTimer } from '../../../src/desk/ratings/verification/action-timer.ts';
import { decideOutcome } from '../../../src/desk/ratings/verification/decide-outcome.ts';
import { orderAction } from '../../../src/desk/ratings/verification/order-action.ts';
import { remindActions } from '../../../src/desk/ratings/verification/remind-actions.ts';
import { openLog } from '../../../src/log.ts';
import { bringFiguresToDate } from '../../../src/reports/ratings/figure-jobs.ts';
import { invitingNoted } from '../../../src/store/rating-invitations.ts';
import { declarations } from '../../../src/store/schema/enterprises.ts';
import { declarationChanges } from '../../../src/store/schema/registry.ts';
import { openEmptyDesk } from '../../demonstration/empty-desk.ts';
import { seedOrganisation } from '../../support/organisation.ts';
import { clearedDeclaration, rates } from '../ratings/verification/low-rating.ts';

const monday = '2026-11-23T09:15:00+07:00';
const clock = { kind: 'schedule', name: 'test' } as const;

test('an installation without units rests quietly whatever the clock calls for', async () => {
  await using desk = await openEmptyDesk(monday);
  await act(desk, clock, installDefaults);
  const faults: unknown[] = [];
  const hear = (fault: unknown) => void faults.push(fault);

  const done = {
    reminded: await act(desk, clock, remindActions),
    told: await act(desk, clock, sendWeeklyDigests),
    asksMore: await invitePass(desk, []),
    asked: await act(desk, clock, (current) => remindOfInvitations(current, [])),
  };
  await bringFiguresToDate(desk);
  await act(desk, clock, bringToDate);
  await act(desk, clock, endExpiredLinks);
  const log = Object.assign(openLog('silent'), { error: hear });
  const loops = [startActionTimer(desk, hear), startInviting({ desk, accounts: [], log })];
  await Promise.all(loops.map((loop) => loop.stop()));

  expect(done).toEqual({ reminded: 0, told: 0, asksMore: false, asked: 0 });
  expect(faults).toEqual([]);
  const at = desk.clock.now();
  const founder = { email: 'quan-tri@haiquan.example', name: 'Quản trị', unitName: 'Chi cục', at, zone: desk.zone };
  await desk.database.db.transaction((tx) => appointAdministrator(tx, founder));
  expect(await invitePass(desk, [])).toBe(false);
});

test('once there are units, work that waited for them begins by itself', async () => {
  await using empty = await openEmptyDesk(monday);
  expect(await act(empty, clock, remindActions)).toBe(0);
  await changeOfADeclaration(empty);
  expect(await act(empty, clock, planInvitations)).toBe(false);
  expect(await readUpTo(empty)).toBe(0);
  const organisation = await seedOrganisation(empty.database.db, empty.clock.now());
  const desk = { ...empty, organisation, sentJobs: [], databaseUrl: '' };
  const { lan, tuan, minh, control } = organisation.officers;
  const by = { kind: 'officer', officerId: control.id } as const;
  await clearedDeclaration(desk, {
    from: '2026-11-16T08:00:00+07:00',
    by: { documentCheck: lan, physicalInspection: tuan },
  });
  const reference = (await rates(desk, { level: 1 })).verification?.reference ?? '';
  await act(desk, by, (current) =>
    decideOutcome(current, { reference, outcome: 'unclear', finding: 'Chậm.', told: 'Xin lỗi.' }),
  );
  await act(desk, by, (current) =>
    orderAction(current, { reference, what: 'Sửa', ownerId: minh.id, dueOn: '2026-11-25', checkAfterDays: 30 }),
  );

  expect(await act(desk, clock, remindActions)).toBe(1);
  await act(desk, clock, planInvitations);
  expect(await readUpTo(desk)).toBe(1);
});

async function changeOfADeclaration({ database }: Desk): Promise<void> {
  const at = new Date(monday);
  const number = '107861204428';
  const [row] = await database.db
    .insert(declarations)
    .values({
      ...{ number, number11: number.slice(0, 11), officeCode: '03TG', state: 'cleared', steps: [] },
      ...{ registeredAt: at, stateAt: at },
    })
    .returning();
  const declarationId = row?.id ?? 0;
  await database.db.insert(declarationChanges).values({ declarationId, to: 'cleared', at, recordedAt: at });
}

/** The last change of a declaration that was read for invitations. */
async function readUpTo({ database }: Desk): Promise<number> {
  return (await database.db.transaction(invitingNoted)).seen;
}
