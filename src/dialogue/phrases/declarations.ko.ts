import type { DeclarationState, RiskChannel } from '../../rules/declarations/declaration.ts';
import type { StatutoryClock } from '../../rules/declarations/statutory-clock.ts';
import type { StepName } from '../../rules/routing/step-in-question.ts';
import { sayDuration } from '../../rules/working-time/say-duration.ts';
import { sayInstant } from '../../rules/working-time/say-when.ts';
import type { declarationsVi } from './declarations.vi.ts';

const states: Record<DeclarationState, string> = {
  registered: '신고 등록',
  inspecting: '심사·검사 중',
  released: '화물 반출 승인',
  stored: '보관 장소로 반출',
  cleared: '통관 완료',
  cancelled: '취소',
};

const channels: Record<RiskChannel, string> = { green: '그린', yellow: '옐로', red: '레드' };

const steps: Record<StepName, string> = {
  registered: '신고 등록',
  documentCheck: '서류 심사',
  physicalInspection: '현품 검사',
  channelChange: '심사 구분 변경',
  released: '화물 반출 승인',
  stored: '보관 장소로 반출',
  cleared: '통관 완료',
};

const limits: Record<StatutoryClock['of'], string> = {
  documentCheck:
    '*진행 중인 법정 기한*: 서류 심사, 서류가 모두 접수된 때부터 근무 시간 2시간 이내(세관법 54/2014/QH13 제23조 제2항 a호).',
  physicalInspection:
    '*진행 중인 법정 기한*: 현품 검사, 화물이 모두 제시된 때부터 근무 시간 8시간 이내, 대량·복잡한 화물은 최대 2일 연장(세관법 54/2014/QH13 제23조 제2항 b호).',
};

/** `declarations.vi.ts` in Korean. */
export const declarationsKo: typeof declarationsVi = {
  view: ({ declaration, enterpriseName, officeName, clock, now, zone }) => {
    const { number, officeCode, typeCode, channel, state, stateAt, steps: log } = declaration;
    const say = (at: Date) => sayInstant(at, now, zone, 'ko');
    return [
      `*신고번호 ${number}*`,
      ...(enterpriseName === null ? [] : [`• 기업: ${enterpriseName}`]),
      ...(officeCode === null ? [] : [`• 세관: ${officeName ?? '세관'} (${officeCode})`]),
      ...(typeCode === null ? [] : [`• 신고 유형: ${typeCode}`]),
      `• 심사 구분: ${channel === null ? '미정' : channels[channel]}`,
      `• 상태: ${states[state]}, ${say(stateAt)}부터`,
      ...(log.length === 0 ? [] : ['', '*처리 기록*']),
      ...log.map(({ step, at, team }) => `• ${steps[step]}${team == null ? '' : ` (${team})`}: ${say(new Date(at))}`),
      ...(clock === null ? [] : ['', limits[clock.of], ...standing(clock, now, zone)]),
    ].join('\n');
  },
  none: '대표하시는 기업의 신고 중에 이 번호가 없습니다. 12자리를 확인해 주십시오. 방금 등록한 신고는 아직 반영되지 않았을 수 있습니다. 기업이 아직 확인되지 않았다면 /verify를 입력해 주십시오.',
  list: (rows, now, zone) =>
    [
      '*기업의 신고 목록*(최신순):',
      ...rows.map(
        ({ number, channel, state, stateAt }) =>
          `• ${number}${channel === null ? '' : `, ${channels[channel]}`}: ${states[state]}, ${sayInstant(stateAt, now, zone, 'ko')}부터`,
      ),
      '',
      '번호를 누르거나 /declaration과 번호를 입력해 주십시오.',
    ].join('\n'),
  whichEnterprise: '어느 기업의 신고를 보시겠습니까?',
  others: '다른 신고',
};

const beginnings: Record<StatutoryClock['since'], string> = {
  registered: '신고 등록',
  channelChange: '심사 구분 변경',
  documentCheck: '서류 심사',
};

const complete: Record<StatutoryClock['of'], string> = {
  documentCheck: '서류가 모두 갖추어졌다면',
  physicalInspection: '화물이 모두 제시되었다면',
};

function standing({ counted, since, sinceAt, of }: StatutoryClock, now: Date, zone: string): string[] {
  if (counted === null) return ['올해 근무 일정이 아직 승인되지 않아 경과 시간을 알려 드릴 수 없습니다.'];
  const { usedMilliseconds, dueAt, isCounting } = counted;
  const limit = dueAt > now ? `기한은 ${sayInstant(dueAt, now, zone, 'ko')}입니다` : '기한이 지났습니다';
  return [
    `${beginnings[since]}(${sayInstant(sinceAt, now, zone, 'ko')}) 이후 ${sayDuration(usedMilliseconds, 'ko')}이 지났습니다. 그때까지 ${complete[of]} ${limit}.`,
    ...(isCounting ? [] : ['지금은 근무 시간이 아니어서 시간이 계산되지 않습니다.']),
  ];
}
