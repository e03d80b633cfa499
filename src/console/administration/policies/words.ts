import type { ClockKind, Level } from '../../../rules/case/words.ts';
import type { StepAct } from '../../../rules/escalation/policy.ts';
import { counted } from '../../language/counted.ts';
import { useLanguage } from '../../language/language.tsx';
import type { PolicyProposal } from '../data.ts';

const vietnamese = {
  title: 'Quy định thời hạn',
  lead: 'Chi cục hứa gì, trong bao lâu, ai được báo khi trễ. Phiên bản mới cần người thứ hai duyệt; vụ việc đang mở giữ phiên bản lúc mở.',
  versionOf: (name: string, version: string) => `${name}, phiên bản ${version}`,
  applies: 'Áp dụng cho',
  everything: 'mọi vụ việc',
  urgent: 'hàng dừng tại cảng',
  notUrgent: 'hàng không dừng tại cảng',
  unitsOnly: (codes: string) => `đơn vị ${codes}`,
  clocks: { acknowledge: 'Tiếp nhận', firstResponse: 'Trả lời', resolution: 'Giải quyết' } satisfies Record<
    ClockKind,
    string
  >,
  clock: 'Thời hạn',
  level: (level: number) => `Cấp ${level}`,
  ladder: 'Khi thời gian trôi',
  acts: {
    remind: 'nhắc người phụ trách',
    raise: 'chuyển lên cấp trên, báo cả hai cấp và doanh nghiệp',
    tellManager: 'báo người quản lý',
    climb: 'báo người quản lý cấp trên nữa',
    close: 'đóng vụ việc',
  } satisfies Record<StepAct, string>,
  at: (percent: number) => `${percent}%`,
  later: 'chờ đến giờ làm việc',
  others: (alert: string, silence: string, reopen: string) =>
    `Cảnh báo phải được xác nhận trong ${alert}; đóng sau ${silence} doanh nghiệp im lặng; mở lại được trong ${reopen} (giờ làm việc).`,
  answerers: 'Ai trả lời',
  answerer: (level: number, who: string) => `cấp ${level}: ${who}`,
  own: 'lãnh đạo đơn vị',
  root: 'lãnh đạo chi cục',
  propose: 'Đề xuất phiên bản mới',
  version: 'Số phiên bản',
  validFrom: 'Có hiệu lực từ ngày',
  minutes: 'Phút làm việc theo cấp',
  step: (name: string) => `${name}: phần trăm thời gian`,
  waiting: 'Chờ người thứ hai duyệt',
  history: 'Các đề xuất trước đây',
  states: { pending: 'chờ duyệt', approved: 'đã duyệt', withdrawn: 'đã rút' } satisfies Record<
    PolicyProposal['state'],
    string
  >,
  by: (who: string, when: string) => `${who} đề xuất ${when}`,
  approvedBy: (who: string) => `${who} duyệt`,
  from: (day: string) => `hiệu lực từ ${day}`,
  ending: 'Kết thúc một quy định',
  kept: (count: number) =>
    count === 0 ? 'Không vụ việc đang mở nào theo bản cũ.' : `${count} vụ việc đang mở vẫn theo bản cũ.`,
  changed: (what: string, before: string, after: string) => `${what}: ${before} → ${after}`,
  approve: 'Duyệt',
  withdraw: 'Rút đề xuất',
  levels: [1, 2, 3, 4] as const satisfies readonly Level[],
};

type Words = typeof vietnamese;

const english: Words = {
  title: 'Policies',
  lead: 'What is promised, within which time, and who hears when it is late. A version takes a second person; open cases keep theirs.',
  versionOf: (name, version) => `${name}, version ${version}`,
  applies: 'Applies to',
  everything: 'every case',
  urgent: 'goods held at port',
  notUrgent: 'goods not held at port',
  unitsOnly: (codes) => `units ${codes}`,
  clocks: { acknowledge: 'Acknowledge', firstResponse: 'Answer', resolution: 'Resolve' },
  clock: 'Clock',
  level: (level) => `Level ${level}`,
  ladder: 'As time passes',
  acts: {
    remind: 'reminds whoever has the case',
    raise: 'raises it, and tells both levels and the enterprise',
    tellManager: 'tells the manager',
    climb: 'tells the next manager up',
    close: 'closes the case',
  },
  at: (percent) => `${percent}%`,
  later: 'waits for opening hours',
  others: (alert, silence, reopen) =>
    `An alert is acknowledged within ${alert}; a case closes after ${silence} of silence and reopens within ${reopen} (working time).`,
  answerers: 'Who answers',
  answerer: (level, who) => `level ${level}: ${who}`,
  own: 'head of the unit',
  root: 'head of the department',
  propose: 'Propose a version',
  version: 'Version',
  validFrom: 'In force from',
  minutes: 'Working minutes by level',
  step: (name) => `${name}: percent of the time`,
  waiting: 'Waits for a second person',
  history: 'Earlier proposals',
  states: { pending: 'waits', approved: 'approved', withdrawn: 'withdrawn' },
  by: (who, when) => `proposed by ${who}, ${when}`,
  approvedBy: (who) => `approved by ${who}`,
  from: (day) => `in force from ${day}`,
  ending: 'End of a policy',
  kept: (count) =>
    count === 0
      ? 'No open case goes by the old version.'
      : `${counted(count, 'open case keeps', 'open cases keep')} the old version.`,
  changed: (what, before, after) => `${what}: ${before} → ${after}`,
  approve: 'Approve',
  withdraw: 'Withdraw',
  levels: [1, 2, 3, 4],
};

/** What the page of policies says, in the language of the console. */
export function usePolicyWords(): Words {
  return useLanguage().language === 'en' ? english : vietnamese;
}
