import type { OutcomeNotice } from '../../desk/ratings/verification/notices.ts';
import { sayWhen } from '../../rules/working-time/say-when.ts';
import type { verificationVi } from './verification.vi.ts';

const outcomes: Record<OutcomeNotice['outcome'], string> = {
  substantiated: '귀사의 평가 내용이 *사실로 확인되었습니다*.',
  unsubstantiated: '확인 결과 평가 내용에 해당하는 *사실을 찾지 못했습니다*.',
  unclear: '현재 자료로는 *결론을 내리기 어렵습니다*.',
};

/** `verification.vi.ts` in Korean. */
export const verificationKo: typeof verificationVi = {
  outcome: ({ reference, outcome, told, officerTitle, unitName, silenceDays }) =>
    [
      `*평가 확인 결과* – ${reference}`,
      outcomes[outcome],
      told,
      '',
      `– ${officerTitle}, ${unitName}`,
      '',
      `귀사의 평가는 그대로 유지됩니다. 이 결과에 동의하십니까? 답이 없으시면 근무일 ${silenceDays}일 후 건이 종료됩니다.`,
    ].join('\n'),
  finalOutcome:
    '상급의 재검토 결과입니다. 동의하지 않으시면 민원법(Luật Khiếu nại)에 따라 사안을 안 날부터 90일 이내에 서면으로 이의를 제기하실 수 있습니다.',
  agree: '결과에 동의',
  appeal: '재검토 요청',
  appealed: ({ reference, contactBy, answerBy }, now, zone) =>
    [
      `상급에서 *${reference}* 번호로 다시 검토합니다. 처음 확인한 공무원은 참여하지 않습니다.`,
      ...(contactBy === null ? [] : [`연락: *${sayWhen(contactBy, now, zone, 'ko')}*.`]),
      ...(answerBy === null ? [] : [`결과: *${sayWhen(answerBy, now, zone, 'ko')}*.`]),
      '이전 결과에서 납득하기 어려운 점을 적어 주십시오.',
    ].join('\n'),
  notAppealed: {
    notDecided: (reference) =>
      `*${reference}* 건은 확인 중이며 아직 결과가 없습니다. 결과가 나오면 여기서 알려 드립니다.`,
    appealedAlready: (reference) =>
      `이미 *${reference}* 건의 재검토를 요청하셨습니다. 재검토는 한 번만 가능하며 결과는 여기서 알려 드립니다.`,
    noFurtherLevel: (reference) =>
      `*${reference}* 건은 이미 재검토 결과입니다. 동의하지 않으시면 민원법(Luật Khiếu nại)에 따라 서면으로 이의를 제기하실 수 있습니다.`,
    tooLate: (reference) => `*${reference}* 건의 재검토 요청 기한이 지났습니다.`,
  },
};
