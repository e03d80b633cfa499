import type { LookUpPhrases } from './look-up.vi.ts';
import { dayOfDate } from './say-day.ts';

/** What is said while appendices are looked up, in Korean. The texts themselves are quoted in Vietnamese, as they stand. */
export const lookUpKo: LookUpPhrases = {
  ask: '협약 부속서에서 무엇을 찾으시겠습니까? 질문(예: *토요일 통관은 언제까지 신청하나요*)이나 위치(*부속서 6 제4조*)를 입력하시거나 아래에서 부속서를 선택해 주십시오. 본문은 베트남어 원문 그대로 인용합니다.',
  appendices: (day) => `*협약 부속서 목록*${day === null ? '' : ` (${dayOfDate(day)} 기준)`}`,
  articlesOf: (code, title) => `*${code}. ${title}*`,
  chooseArticle: '읽으실 조항을 누르거나 입력해 주십시오(예: *제4조*).',
  article: (number) => `제${number}조`,
  version: (label, from, until) =>
    `${label} 판, ${dayOfDate(from)}부터${until === null ? '' : ` ${dayOfDate(until)}까지`} 시행.`,
  asOf: (day) => `${dayOfDate(day)} 기준입니다.`,
  asOfSigned: (number, day) => `협약 ${number} 서명일(${dayOfDate(day)}) 당시 시행된 본문입니다.`,
  notSigned: '귀사의 협약이 등록되어 있지 않아 현재 시행 중인 본문을 보여 드립니다.',
  nothingInForce: (day) =>
    `${dayOfDate(day)}에 시행 중인 부속서가 없습니다. 다른 날짜를 선택하시거나 담당자에게 문의해 주십시오.`,
  alsoSee: '다음 조항도 참고하십시오:',
  whole: (number) => `제${number}조 전문`,
  previous: (number) => `‹ 제${number}조`,
  next: (number) => `제${number}조 ›`,
  page: (page, of) => `(${page}/${of})`,
  nextPage: (page, of) => `계속 읽기 (${page}/${of})`,
  helpful: '도움이 됨',
  unhelpful: '맞지 않음, 담당자 문의',
  askOfficer: '담당자에게 문의',
  browse: '부속서 목록',
  frequent: '자주 묻는 질문',
  frequentAsked: '*자주 묻는 질문*\n보실 질문을 선택해 주십시오:',
  noneFrequent: '아직 자주 묻는 질문이 없습니다. 질문을 입력해 주십시오.',
  back: '메뉴',
  thanks: '알려 주셔서 감사합니다. 계속 질문하셔도 됩니다.',
  notFound:
    '협약 부속서에서 해당 내용을 찾지 못했습니다. 추측하여 답변드리지 않겠습니다. 담당자에게 문의하시거나 부속서 목록을 확인해 주십시오.',
  notFoundIn: (code) => `${code}에서 해당 내용을 찾지 못했습니다. 이 부속서의 조항은 다음과 같습니다:`,
  noSuchArticle: (code, number) => `${code}에는 제${number}조가 없습니다. 이 부속서의 조항은 다음과 같습니다:`,
  noSuchAppendix: (code) => `시행 중인 부속서 ${code}가 없습니다. 현재 부속서는 다음과 같습니다:`,
  whichAppendix: (article) => `어느 부속서의 제${article}조를 보시겠습니까?`,
  firstArticle: '부속서의 첫 조항입니다.',
  lastArticle: '부속서의 마지막 조항입니다.',
  gone: '이 본문은 더 이상 여기에서 볼 수 없습니다. 다시 검색해 주십시오.',
  kept: (percent, kept, of) => `이 약속은 이번 달 ${percent} %의 경우에 지켜졌습니다(${kept}/${of}).`,
  question: (query, shown) =>
    [
      query === null ? '부속서에서 찾아본 내용에 대한 문의입니다.' : `부속서 검색 질문: “${query}”.`,
      shown.length === 0 ? '도우미가 맞는 내용을 찾지 못했습니다.' : `도우미가 인용한 조항: ${shown.join('; ')}.`,
    ].join('\n'),
  cut: '…',
};
