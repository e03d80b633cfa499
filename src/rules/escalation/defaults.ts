import type { Level } from '../case/words.ts';
import type { CategoryCode } from '../identity/categories.ts';
import { workingDayMinutes } from '../working-time/working-day.ts';
import type { ClockPromise, Policy } from './policy.ts';

const days = (count: number): number => count * workingDayMinutes;

// PL01 Điều 6 khoản 1–3: two working hours at level 1, four at level 2, two working days at level 3.
// Khoản 4: what went further up is told about at least every three working days.
const answerMinutes: Record<Level, number> = { 1: 120, 2: 240, 3: days(2), 4: days(3) };
// Khoản 5: goods that stand still at the port are answered within one working hour at level 1.
const urgentMinutes: Record<Level, number> = { ...answerMinutes, 1: 60 };

// PL01 Điều 2 khoản 2. The rest of the categories are procedure, khoản 1.
const policyCategories: readonly CategoryCode[] = [
  'origin_co',
  'hs_classification',
  'customs_valuation',
  'specialised_inspection',
  'tax_refund',
  'processing_export',
];

function everyLevel(minutes: number): Record<Level, number> {
  return { 1: minutes, 2: minutes, 3: minutes, 4: minutes };
}

const acknowledge: ClockPromise = {
  kind: 'acknowledge',
  source: 'PL01 Điều 4 khoản 2',
  minutes: everyLevel(30),
  startsOn: ['opened'],
  resetsOn: [],
  pausesOn: [],
  resumesOn: [],
  stopsOn: ['taken', 'replyDelivered', 'resolved', 'raised'],
  ladder: [{ name: 'untaken', percent: 100, act: 'tellManager', outsideHours: 'now' }],
};

const firstResponse: ClockPromise = {
  kind: 'firstResponse',
  source: 'PL01 Điều 6',
  minutes: answerMinutes,
  // The time of a level runs "kể từ khi đủ thông tin": also from the day the enterprise sends what it was asked for.
  startsOn: ['opened', 'enterpriseWrote'],
  resetsOn: ['raised', 'notSolved', 'reopened'],
  pausesOn: [],
  resumesOn: [],
  // An answer counts when it has arrived, not when it was written.
  stopsOn: ['replyDelivered'],
  ladder: [
    { name: 'reminder', percent: 75, act: 'remind', outsideHours: 'nextOpening' },
    { name: 'broken', percent: 100, act: 'raise', outsideHours: 'now' },
  ],
};

const resolution: ClockPromise = {
  kind: 'resolution',
  source: 'PL01 Điều 6',
  minutes: everyLevel(answerMinutes[1] + answerMinutes[2] + answerMinutes[3]),
  startsOn: ['opened'],
  resetsOn: ['notSolved', 'reopened'],
  pausesOn: ['informationRequested', 'resultAwaited'],
  resumesOn: ['enterpriseWrote', 'resultArrived', 'raised'],
  stopsOn: ['resolved'],
  ladder: [
    { name: 'reminder', percent: 75, act: 'remind', outsideHours: 'nextOpening' },
    { name: 'broken', percent: 100, act: 'tellManager', outsideHours: 'now' },
  ],
};

// PL01 Điều 5: the unit's head, the department's problem-solving group, the department's leader.
const common = {
  version: '2020-02-17',
  answerers: { 2: { unit: 'own' }, 3: { unit: 'named', code: 'R3-GSQL' }, 4: { unit: 'root' } },
  alertMinutes: 30,
  silenceMinutes: days(3),
  reopenMinutes: days(7),
} as const satisfies Partial<Policy>;

const urgent: Policy = {
  ...common,
  name: 'Vướng mắc khẩn (hàng dừng tại cảng)',
  precedence: 10,
  match: { kinds: ['issue', 'question'], urgent: true },
  clocks: [
    acknowledge,
    { ...firstResponse, minutes: urgentMinutes },
    { ...resolution, minutes: everyLevel(urgentMinutes[1] + urgentMinutes[2] + urgentMinutes[3]) },
  ],
};

const conduct: Policy = {
  ...common,
  name: 'Phản ánh về công chức',
  precedence: 20,
  match: { kinds: ['report'] },
  clocks: [
    // PL07 Điều 5 khoản 3: late at any point, it goes to the leader of the department by itself.
    {
      ...acknowledge,
      source: 'PL07 Điều 4 khoản 2',
      ladder: [{ name: 'untaken', percent: 100, act: 'raise', outsideHours: 'now' }],
    },
    { ...firstResponse, source: 'PL07 Điều 4 khoản 2', minutes: everyLevel(days(1)) },
    {
      ...resolution,
      source: 'PL07 Điều 5 khoản 1',
      minutes: everyLevel(days(3)),
      ladder: [
        { name: 'reminder', percent: 75, act: 'remind', outsideHours: 'nextOpening' },
        { name: 'broken', percent: 100, act: 'raise', outsideHours: 'now' },
      ],
    },
  ],
  answerers: { 2: { unit: 'root' }, 3: { unit: 'root' }, 4: { unit: 'root' } },
};

const lowRating: Policy = {
  ...common,
  name: 'Xác minh đánh giá thấp',
  precedence: 30,
  match: { kinds: ['verification'] },
  clocks: [
    // Within five minutes somebody who answers for it has been told, and not only thought of.
    {
      ...acknowledge,
      source: 'PL08 Điều 6 khoản 1',
      minutes: everyLevel(5),
      stopsOn: [...acknowledge.stopsOn, 'alerted'],
    },
    { ...firstResponse, source: 'PL08 Điều 6 khoản 1', minutes: everyLevel(240) },
    {
      ...resolution,
      source: 'PL08 Điều 6 khoản 1',
      minutes: everyLevel(days(5)),
      ladder: [
        // Verified within three of the five working days in which the enterprise is answered.
        { name: 'reminder', percent: 45, act: 'remind', outsideHours: 'nextOpening' },
        { name: 'verified', percent: 60, act: 'tellManager', outsideHours: 'now' },
        { name: 'broken', percent: 100, act: 'tellManager', outsideHours: 'now' },
      ],
    },
  ],
  // Late at any point it goes to the leader of the department, as any report about conduct (PL07 Điều 5 khoản 3).
  answerers: { 2: { unit: 'root' }, 3: { unit: 'root' }, 4: { unit: 'root' } },
};

const policyIssue: Policy = {
  ...common,
  name: 'Vướng mắc về chính sách',
  precedence: 100,
  match: { kinds: ['issue', 'question'], categories: policyCategories },
  clocks: [
    acknowledge,
    firstResponse,
    // Điều 6 khoản 4: the report to those who decide leaves within one working day more; their answer is waited for.
    { ...resolution, minutes: everyLevel(resolution.minutes[1] + days(1)) },
  ],
};

const procedureIssue: Policy = {
  ...common,
  name: 'Vướng mắc về thủ tục',
  precedence: 110,
  match: { kinds: ['issue'] },
  clocks: [acknowledge, firstResponse, resolution],
};

const question: Policy = {
  ...procedureIssue,
  name: 'Câu hỏi, đề nghị hướng dẫn',
  precedence: 120,
  match: { kinds: ['question'] },
};

/** The promises of the demonstration appendices PL01, PL07 and PL08 as data: what the bot quotes is what it times. */
export const defaultPolicies: readonly Policy[] = [urgent, conduct, lowRating, policyIssue, procedureIssue, question];
