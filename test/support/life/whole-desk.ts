import { act } from '../../../src/desk/act.ts';
import { acknowledgeAlert } from '../../../src/desk/alerts/acknowledge-alert.ts';
import { awaitResult, resultArrived } from '../../../src/desk/cases/await-result.ts';
import { confirmSolved, sayNotSolved } from '../../../src/desk/cases/enterprise-judges.ts';
import { enterpriseWrites } from '../../../src/desk/cases/enterprise-writes.ts';
import { handOver } from '../../../src/desk/cases/hand-over.ts';
import { interimReply } from '../../../src/desk/cases/interim-reply.ts';
import { ladderPass } from '../../../src/desk/cases/ladder-timer.ts';
import { mergeCase } from '../../../src/desk/cases/merge.ts';
import { askForHigher, raiseCase } from '../../../src/desk/cases/raise-on-request.ts';
import { recordDelivery } from '../../../src/desk/cases/record-delivery.ts';
import { reply } from '../../../src/desk/cases/reply.ts';
import { resolveCase } from '../../../src/desk/cases/resolve-case.ts';
import { takeCase } from '../../../src/desk/cases/take-case.ts';
import { transfer } from '../../../src/desk/cases/transfer.ts';
import { DeskError } from '../../../src/errors.ts';
import type { Actor, CaseKind } from '../../../src/rules/case/words.ts';
import { clocksOf } from '../../../src/rules/escalation/clocks.ts';
import { asEvent, type CaseRow, eventRows, lockCase } from '../../../src/store/cases.ts';
import { stepsOf } from '../../../src/store/ladder.ts';
import { insertMessage } from '../../../src/store/messages.ts';
import { openACase } from '../cases.ts';
import type { TestDesk } from '../desk.ts';
import type { Deed, LifeSystem } from './deeds.ts';

/** A case on a real desk, lived through the verbs. `withElder` opens an older one beside it, to be merged into. */
export async function wholeDesk(
  desk: TestDesk,
  kind: CaseKind,
  withElder: boolean,
): Promise<LifeSystem & { end(): Promise<void> }> {
  const { conversationId, officers, units } = desk.organisation;
  const elder = withElder ? (await openACase(desk, { kind })).row.reference : null;
  const { reference } = (await openACase(desk, { kind })).row;
  const isAboutConduct = kind === 'report' || kind === 'verification';
  const officer: Actor = { kind: 'officer', officerId: (isAboutConduct ? officers.control : officers.leader).id };
  const enterprise: Actor = { kind: 'contact', conversationId };
  const unitIds = [units.port3, units.port1] as const;
  const delivered = new Set<number>();

  async function row(): Promise<CaseRow> {
    return desk.database.db.transaction(async (tx) => {
      const found = await lockCase(tx, reference);
      if (found === null) throw new Error('The case is gone');
      return found;
    });
  }

  async function settle(): Promise<void> {
    while ((await ladderPass(desk)) === 'more');
  }

  async function oldestOnItsWay(): Promise<number | null> {
    const events = (await eventRows(desk.database.db, (await row()).id)).map(asEvent);
    const said = events.flatMap((event) =>
      (event.type === 'replied' || event.type === 'resolved') && event.messageId !== null ? [event.messageId] : [],
    );
    return said.find((id) => !delivered.has(id)) ?? null;
  }

  async function attempt(deed: Deed): Promise<'skipped' | undefined> {
    const by = (who: Actor, verb: Parameters<typeof act>[2]) => act(desk, who, verb);
    switch (deed.do) {
      case 'pass':
        desk.clock.advanceMinutes(deed.minutes);
        return;
      case 'take':
        await by(officer, (a) => takeCase(a, { reference }));
        return;
      case 'handOver': {
        if (isAboutConduct) return 'skipped';
        const { assigneeId, unitId } = await row();
        const [first, second] = unitId === units.port1 ? [officers.minh, officers.dung] : [officers.lan, officers.hoa];
        const to = assigneeId === first.id ? second.id : first.id;
        await by(officer, (a) => handOver(a, { reference, to, reason: 'chuyển ca' }));
        return;
      }
      case 'transfer':
        await by(officer, (a) => transfer(a, { reference, toUnitId: unitIds[deed.to], reason: 'đúng tuyến' }));
        return;
      case 'awaitResult':
        await by(officer, (a) => awaitResult(a, { reference, from: 'Chi cục Kiểm định 2' }));
        return;
      case 'resultArrived':
        await by(officer, (a) => resultArrived(a, { reference }));
        return;
      case 'reply':
        await by(officer, (a) => reply(a, { reference, text: 'Trả lời', next: deed.next }));
        return;
      case 'resolve':
        await by(officer, (a) => resolveCase(a, { reference }));
        return;
      case 'interim': {
        const newDueAt = new Date(desk.clock.now().getTime() + deed.minutesAhead * 60_000);
        await by(officer, (a) => interimReply(a, { reference, text: 'Xin lỗi, cần thêm thời gian', newDueAt }));
        return;
      }
      case 'raise':
        await by(officer, (a) => raiseCase(a, { reference, reason: 'vượt thẩm quyền' }));
        return;
      case 'ask':
        await by(enterprise, (a) => askForHigher(a, { reference }));
        return;
      case 'write':
        await by(enterprise, async (a) => {
          const message = { conversationId, author: 'person' as const, text: 'Bổ sung', at: a.at };
          const messageId = await insertMessage(a.tx, message);
          return enterpriseWrites(a, { reference, messageId, text: 'Bổ sung' });
        });
        return;
      case 'confirm':
        await by(enterprise, (a) => confirmSolved(a, { reference }));
        return;
      case 'notSolved':
        await by(enterprise, (a) => sayNotSolved(a, { reference }));
        return;
      case 'mergeAway':
        if (elder === null) return 'skipped';
        await by(officer, (a) => mergeCase(a, { reference, into: elder }));
        return;
      case 'absorb': {
        const duplicate = (await openACase(desk, { kind })).row.reference;
        try {
          await by(officer, (a) => mergeCase(a, { reference: duplicate, into: reference }));
        } catch (refusal) {
          await by(enterprise, (a) => confirmSolved(a, { reference: duplicate }));
          throw refusal;
        }
        return;
      }
      case 'deliver': {
        const { id: caseId, state } = await row();
        const messageId = state === 'merged' ? null : await oldestOnItsWay();
        if (messageId === null) return 'skipped';
        delivered.add(messageId);
        const problem = deed.arrives ? null : 'blockedByPerson';
        await by({ kind: 'channel', name: 'telegram' }, (a) => recordDelivery(a, { caseId, messageId, problem }));
        return;
      }
      case 'acknowledge': {
        const { id } = await row();
        const [alert] = await desk.database.sql<{ id: number; officer_id: number }[]>`
          select id, officer_id from alerts
          where case_id = ${id} and acknowledged_at is null and kind in ('raised', 'unacknowledged') order by id limit 1`;
        if (alert === undefined) return 'skipped';
        const told: Actor = { kind: 'officer', officerId: Number(alert.officer_id) };
        await by(told, (a) => acknowledgeAlert(a, { alertId: Number(alert.id) }));
        return;
      }
      case 'conclude':
        return 'skipped';
    }
  }

  return {
    async where() {
      const { state, level, unitId } = await row();
      return { state, level, unit: unitId === units.port3 ? 0 : unitId === units.port1 ? 1 : null };
    },
    async attempt(deed) {
      try {
        const outcome = await attempt(deed);
        await settle();
        return outcome ?? null;
      } catch (refusal) {
        if (!(refusal instanceof DeskError)) throw refusal;
        return refusal.code;
      }
    },
    /** Closes what is still open, so that its ladder keeps quiet in the lives that follow. */
    async end() {
      for (const open of elder === null ? [reference] : [reference, elder]) {
        await act(desk, enterprise, (a) => confirmSolved(a, { reference: open })).catch((refusal: unknown) => {
          if (!(refusal instanceof DeskError)) throw refusal;
        });
      }
    },
    async audit() {
      const { id, state } = await row();
      await auditClocks(desk, id);
      await auditLadder(desk, id, state);
    },
  };
}

/** The stored clocks say what the ledger gives when everything is counted again. */
async function auditClocks({ database: { db, sql }, ruleBook }: TestDesk, caseId: number): Promise<void> {
  const rows = await eventRows(db, caseId);
  const last = rows.at(-1);
  if (last === undefined) throw new Error('A case without a ledger');
  const events = rows.map(asEvent);
  const counted = await db.transaction(async (tx) => clocksOf(events, await ruleBook.rulesOf(tx, events), last.at));
  const stored = await sql<Record<string, unknown>[]>`
    select kind, cycle, level, state, allowed_minutes, started_at, due_at, paused_at, stopped_at, broken_at
    from clocks where case_id = ${caseId} order by kind, cycle`;
  const again = counted
    .map((run) => ({
      kind: run.kind,
      cycle: run.cycle,
      level: run.level,
      state: run.state,
      allowed_minutes: run.allowedMinutes,
      started_at: run.startedAt,
      due_at: run.dueAt,
      paused_at: run.pausedAt,
      stopped_at: run.stoppedAt,
      broken_at: run.brokenAt,
    }))
    .toSorted((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.cycle - b.cycle));
  if (flat(stored) !== flat(again)) throw new Error(`Stored clocks differ:\n${flat(stored)}\n${flat(again)}`);
}

function flat(rows: readonly object[]): string {
  return JSON.stringify(
    rows.map((row) => Object.values(row).map((value) => (value instanceof Date ? value.toISOString() : value))),
  );
}

/** Every step fired once, was cancelled and says why, or still lies ahead of a case that is not over. */
async function auditLadder({ database: { db }, clock }: TestDesk, caseId: number, state: string): Promise<void> {
  const isOver = state === 'closed' || state === 'merged';
  for (const step of await stepsOf(db, caseId)) {
    const name = `${step.clock}:${step.cycle}:${step.step}`;
    if (step.firedAt !== null && step.cancelledAt !== null) throw new Error(`${name} fired and was cancelled`);
    if (step.firedAt !== null && step.firedAt < step.dueAt) throw new Error(`${name} fired too early`);
    if (step.cancelledAt !== null && step.cancelledBecause === null) throw new Error(`${name} says not why it ended`);
    if (step.firedAt !== null || step.cancelledAt !== null) continue;
    if (isOver) throw new Error(`${name} waits on a ${state} case`);
    if (step.dueAt <= clock.now()) throw new Error(`${name} was due and did nothing`);
  }
}
