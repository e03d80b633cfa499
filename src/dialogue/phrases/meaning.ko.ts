import type { MeaningPhrases } from './meaning.vi.ts';

export const meaningKo: MeaningPhrases = {
  ask: '말씀하신 뜻을 정확히 이해하지 못했습니다. 무엇을 도와드릴까요?',
  meanings: {
    raise_issue: '애로사항으로 접수',
    case_status: '접수한 건 문의',
    lookup_appendix: '부속서 조회',
    rate_service: '서비스 평가',
    talk_to_officer: '담당자 문의',
    complaint_officer: '공무원에 대한 제보',
  },
  other: '다른 용건',
  kept: '방금 적어 주신 내용은 보관하고 있습니다. 담당자가 직접 읽도록 *담당자에게 보내기*를 누르시거나 아래에서 골라 주십시오.',
  questionGone: '이미 지나간 질문입니다. 필요하신 항목을 고르시거나 그대로 적어 주십시오.',

  unsure: (label) => `${label} (확실하지 않음)`,
  chooseCategory: '유형이 확실하지 않습니다. 아래에 맞는 유형이 있으면 눌러 주십시오.',
  urgentBecause: {
    perishableGoods: '상하기 쉬운 화물',
    vesselCutOff: '선적 마감 임박',
    storageCharges: '보관료 발생 중',
    productionStop: '생산 중단 우려',
    saidSo: '요청하신 대로',
  },

  asideKept: '작성하시던 접수서는 그대로 보관하고 있습니다.',
  goOn: '접수서 계속 작성',
  drop: '접수서 버리기',
  dropped: '작성하시던 접수서를 버렸습니다. 내용은 보내지 않았습니다.',
  noneKept: '작성 중인 접수서가 없습니다.',
  expired: (description) =>
    `작성하시던 접수서${description === '' ? '' : `(“${description}”)`}는 하루가 지나 더 이상 보관하지 않습니다. 필요하시면 다시 적어 주십시오.`,

  twoMatters: (second) =>
    `이 메시지에는 *두 가지 용건*이 있는 것 같습니다. 두 번째: “${second}”. 맞으면 *두 건으로 나누기*를 눌러 주십시오. 건마다 담당자가 따로 정해집니다.`,
  split: '두 건으로 나누기',
  secondWaits: (second) => `두 번째 용건은 보관하고 있으며, 이 접수서를 보낸 뒤 이어서 도와드리겠습니다: “${second}”.`,
  nowSecond: '이제 말씀하신 두 번째 용건입니다.',

  answersInVietnamese:
    '담당 공무원은 베트남어로 답변드리는 점 양해 부탁드립니다. 답변에서 이해하기 어려운 부분이 있으면 여기에 한국어로 적어 주십시오. 다시 설명해 드리겠습니다.',
};
