import type { DeclarationState } from '../../rules/declarations/declaration.ts';
import type { RatingLevel } from '../../rules/rating/rating.ts';
import type { ReasonCode } from '../../rules/rating/reasons.ts';
import type { StepName } from '../../rules/routing/step-in-question.ts';
import { sayWhen } from '../../rules/working-time/say-when.ts';
import type { RatingPhrases } from './ratings.vi.ts';
import { onItsDay, type RatedFacts } from './ratings-facts.ts';

const levels: Record<RatingLevel, string> = {
  5: '5 ⭐ 매우 만족',
  4: '4 ⭐ 만족',
  3: '3 ⭐ 보통',
  2: '2 ⭐ 불만족',
  1: '1 ⭐ 매우 불만족',
};

const reasons: Record<ReasonCode, string> = {
  fast: '신속함',
  clear: '안내가 명확함',
  polite: '친절함',
  helpful: '적극적인 지원',
  slow: '처리가 느림',
  unclear: '안내가 불명확함',
  extraPapers: '추가 서류 요구',
  attitude: '부적절한 태도',
  mistake: '업무 실수',
  harassed: '불편을 초래함',
  system: '시스템 오류',
};

const states: Record<DeclarationState, string> = {
  registered: '등록',
  inspecting: '검사 중',
  released: '물품 반출',
  stored: '보관 반출',
  cleared: '통관 완료',
  cancelled: '취소',
};

const steps: Record<StepName, string> = {
  registered: '신고 등록',
  documentCheck: '서류 심사',
  physicalInspection: '현품 검사',
  channelChange: '검사 구분 변경',
  released: '물품 반출',
  stored: '보관 반출',
  cleared: '통관',
};

export const ratingsKo: RatingPhrases = {
  levels,
  reasons,
  invitation: ({ number, state, stateAt, enterprise, isReminder }, zone) =>
    [
      `${isReminder ? '한 번만 다시 안내드립니다. ' : ''}${enterprise}의 신고서 *${number}*: ${states[state]} (${onItsDay(stateAt, zone, 'ko')}).`,
      '통관 절차 처리에 얼마나 만족하십니까?',
      '평가를 받은 공무원은 평가자를 알 수 없습니다. 안내를 받지 않으시려면 *평가 안내 끄기*라고 입력해 주십시오.',
    ].join('\n'),
  digest: (count, enterprise, isReminder) =>
    [
      `${isReminder ? '한 번만 다시 안내드립니다. ' : ''}${enterprise}의 처리 완료된 신고서 중 아직 평가하지 않은 것이 *${count}건* 있습니다.`,
      '얼마나 만족하십니까? 한꺼번에 평가하거나, 한 건씩 보거나, 문제가 있던 신고서만 고르실 수 있습니다.',
      '안내를 받지 않으시려면 *평가 안내 끄기*라고 입력해 주십시오.',
    ].join('\n'),
  allVerySatisfied: '모두 5 ⭐ 매우 만족',
  allSatisfied: '모두 4 ⭐ 만족',
  oneByOne: '한 건씩 보기',
  onlyProblems: '문제가 있던 신고서만',
  ratedAll: (count, level) =>
    `신고서 ${count}건을 *${levels[level]}*(으)로 기록했습니다. 감사합니다. 24시간 안에는 /rate 와 신고 번호로 고치실 수 있습니다.`,
  nothingLeft: '이 신고서들은 모두 평가되었습니다. 감사합니다.',
  whichProblem: (count) => `어느 신고서에 문제가 있었습니까? 아직 평가하지 않은 신고서가 ${count}건 있습니다.`,
  next: (number, left, hasButtons) =>
    `신고서 *${number}*${left > 0 ? ` (이후 ${left}건)` : ''}: 얼마나 만족하십니까?${hasButtons ? '' : ' 다음으로 가려면 *건너뛰기*, 끝내려면 *중지*라고 입력해 주십시오.'}`,
  skip: '건너뛰기',
  stop: '중지',
  stopped: '알겠습니다. 나머지는 언제든지 /rate 로 평가하실 수 있습니다.',

  askLevel: (number, subject, before) =>
    `신고서 *${number}*의 ${subject === null ? '절차 처리' : `*${subject}*`}에 얼마나 만족하십니까?${before === null ? '' : ` 현재 기록: ${levels[before]}.`}`,
  rated: ({ number, level, subject, isChange, counts, changeableUntil, verification, now, zone }) =>
    [
      `신고서 *${number}*${subject === null ? '' : `, ${subject}`}: *${levels[level]}*(으)로 ${isChange ? '고쳤습니다' : '기록했습니다'}. 감사합니다.`,
      counts
        ? `${sayWhen(changeableUntil, now, zone, 'ko')} 고치실 수 있습니다.`
        : '통관일로부터 15일이 지나 의견은 기록되지만 월간 지표에는 포함되지 않습니다 (PL08 Điều 5).',
      ...(verification === null ? [] : ['', ...whatHappens(verification, now, zone)]),
    ].join('\n'),
  whatHappens,
  askWhy: '어떤 점이 좋지 않았습니까? 이유를 고르거나 의견 또는 사진을 보내신 뒤 *완료*를 눌러 주십시오.',
  askMore: '더 하실 말씀이 있습니까? 이유를 고르거나 의견 또는 사진을 보내신 뒤 *완료*를 눌러 주십시오.',
  noted: (chosen, hasWords) =>
    `기록했습니다: ${[...chosen.map((code) => reasons[code]), ...(hasWords ? ['의견'] : [])].join('; ')}. 더 고르거나 쓰시고, 끝나면 *완료*를 눌러 주십시오.`,
  more: '의견 추가',
  subjects: '부서·단계·공무원 선택',
  done: '완료',
  mistaken: '신고서를 잘못 골랐음',
  thanks: '평가해 주셔서 감사합니다.',
  whichSubject: (number) => `신고서 *${number}*: 누구를 또는 어느 단계를 평가하시겠습니까?`,
  step: (step) => `단계: ${steps[step]}`,
  officer: (name, of) => `${name} (${of.map((step) => steps[step]).join(', ')})`,
  noContact: '공무원과 접촉하지 않음',
  noContactNoted: '기록했습니다: 공무원과 접촉하지 않음.',
  mistakenNoted: (number) =>
    `신고서 *${number}*의 평가는 잘못 보낸 것으로 기록했으며 지표에서 제외됩니다. 원본은 PL08 Điều 6에 따라 보관되며, 확인 담당자가 있으면 그 사실을 기록합니다. 어느 신고서를 평가하시겠습니까?`,
  choose: (isTooMany) =>
    `어느 신고서를 평가하시겠습니까? 누르시거나 신고 번호(12자리)를 보내 주십시오.${isTooMany ? ' 최신 순입니다.' : ''}`,
  declaration: (number, state, level) => `${number} ${level === null ? states[state] : `${level} ⭐`}`,
  none: '아직 평가할 귀사의 신고서가 없습니다. 방금 등록된 신고서는 아직 보이지 않을 수 있습니다.',
  notOwn: '대표하시는 업체의 신고서 중에서 찾을 수 없어 평가할 수 없습니다. 12자리 번호를 확인해 주십시오.',
  stands: (number) =>
    `신고서 *${number}*의 평가는 24시간이 지나 고칠 수 없습니다 (PL08 Điều 5). 해결할 일이 있으면 메뉴에서 애로사항을 보내 주십시오.`,
  cancelled: (number) => `신고서 *${number}*는 취소되어 평가할 수 없습니다.`,
  representsNobody:
    '신고서를 평가하려면 먼저 업체를 확인해 주십시오. 세관 안내문의 코드를 입력하거나 /verify 를 입력해 주십시오.',
  muted:
    '평가 안내를 껐습니다. 더 이상 묻지 않겠습니다. /rate 로는 언제든지 평가하실 수 있습니다. 다시 받으시려면 *평가 안내 켜기*라고 입력해 주십시오.',
  wanted: '평가 안내를 다시 켰습니다.',
  preferred: '이제부터 평가 안내를 이곳으로 보내 드립니다.',
  want: '평가 안내 켜기',
  reportToo:
    '이 내용은 평가에 기록되었습니다. 공무원에 대한 제보가 들어 있어 내부 감사만 볼 수 있는 제보서도 준비했습니다.',

  caseClosed: (reference) => `사건 *${reference}*의 처리 과정에 얼마나 만족하십니까?`,
  caseRated: (reference, level) =>
    `사건 *${reference}*: *${levels[level]}*(으)로 기록했습니다. 감사합니다. 의견이 있으면 여기에 보내 주십시오.`,
  caseNotAsked: (reference) => `지금은 사건 *${reference}*을(를) 평가할 수 없습니다.`,
  caseStands: (reference) => `사건 *${reference}*의 평가는 24시간이 지나 고칠 수 없습니다.`,
  commentKept: '의견을 기록했습니다. 감사합니다.',
};

function whatHappens(
  { reference, contactBy, answerBy }: NonNullable<RatedFacts['verification']>,
  now: Date,
  zone: string,
): string[] {
  const contact = contactBy === null ? '' : `*${sayWhen(contactBy, now, zone, 'ko')}* `;
  const answer = answerBy === null ? '' : `, ${sayWhen(answerBy, now, zone, 'ko')} 결과를 알려 드립니다`;
  return [
    `불편을 드려 죄송합니다. 확인 건 *${reference}*을(를) 열었습니다. 독립된 담당자가 ${contact}연락드리며${answer} (PL08 Điều 6). 평가를 받은 사람은 귀사의 이름을 볼 수 없습니다.`,
  ];
}
