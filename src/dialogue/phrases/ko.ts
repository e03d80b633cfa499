import { sayDuration } from '../../rules/working-time/say-duration.ts';
import { sayInstant, sayWhen } from '../../rules/working-time/say-when.ts';
import type { CaseLine } from './facts.ts';
import { linkingKo } from './linking.ko.ts';
import type { EnterprisePhrases } from './phrases.ts';

const language = 'ko' as const;
const minute = 60_000;

function when(dueAt: Date, now: Date, zone: string): string {
  return sayWhen(dueAt, now, zone, language);
}

/** Everything the bot says in Korean to enterprises. Names of units and enterprises stay as they are written. */
export const ko: EnterprisePhrases = {
  language,

  consentVersion: '2026-11-22.ko',
  greeting: [
    '안녕하십니까. 베트남 제3지역 세관의 자동 응답 도우미 *Đồng Hành*입니다(사람이 아닙니다). 문의하신 애로사항에는 세관 공무원이 이곳에서 직접 답변드립니다.',
    '',
    '*시작하기 전에 동의 여부를 알려 주십시오.*',
    '• 보관하는 정보: 대화방 식별자, 표시 이름, 보내신 메시지와 파일.',
    '• 목적: 애로사항의 접수, 답변, 처리 기한 관리. 담당 공무원만 읽을 수 있습니다.',
    '• /dongy 명령으로 언제든지 마음을 바꾸실 수 있습니다.',
    '',
    '동의하십니까? (동의하지 않으셔도 안내 메뉴는 이용하실 수 있습니다.)',
  ].join('\n'),
  agree: '동의합니다',
  decline: '동의하지 않습니다',
  consentGiven: '동의해 주셔서 감사합니다.',
  consentDeclined:
    '알겠습니다. 고객님의 정보는 보관하지 않으며, 방금 보내신 내용은 24시간 안에 삭제됩니다. 아래 메뉴는 계속 이용하실 수 있습니다. 애로사항을 보내시려면 *동의합니다*를 누르거나 /dongy를 입력해 주십시오.',
  consentFirst: '애로사항을 접수하려면 보내신 내용을 보관해야 합니다. 동의하십니까?',

  menu: '무엇을 도와드릴까요? 버튼을 누르거나 애로사항을 바로 적어 주십시오.',
  menuIssue: '애로사항 접수',
  menuCases: '내 문의 내역',
  menuRate: '서비스 평가',
  menuLookUp: '부속서 조회',
  menuOfficer: '담당자 문의',
  menuLanguage: 'Ngôn ngữ / Language',
  back: '메뉴로',
  thanks: '별말씀을요. 필요하실 때 언제든지 메시지를 보내 주십시오.',
  chooseLanguage: 'Anh/chị muốn dùng ngôn ngữ nào? / Which language would you like? / 어떤 언어를 사용하시겠습니까?',
  languageSet: '이제부터 한국어로 안내해 드립니다.',
  notUnderstood:
    '죄송합니다. 말씀을 정확히 이해하지 못했습니다. 공무원의 답변이 필요한 애로사항이면 *담당자에게 보내기*를 누르시고, 아니면 아래에서 선택해 주십시오.',
  sendAsIssue: '담당자에게 보내기',
  unsupported: (what) => `${what}을(를) 받았으나 아직 읽을 수 없는 형식입니다. 글, 사진 또는 파일로 보내 주십시오.`,
  forgedChoice: '[더 이상 사용할 수 없는 버튼]',
  choiceGone: '이 버튼은 더 이상 사용할 수 없습니다. 아래 메뉴에서 다시 선택해 주십시오.',
  choiceGoneShort: '더 이상 사용할 수 없는 버튼입니다.',
  filesTooLarge: (names, limitMegabytes, hasWords) =>
    [
      `죄송합니다. ${names.map((name) => `“${name}”`).join(', ')} 파일이 ${limitMegabytes} MB보다 커서 메신저에서 전달되지 않았습니다. 다음 방법으로 다시 보내 주십시오.`,
      `• 파일을 ${limitMegabytes} MB 미만으로 나누기`,
      '• 필요한 쪽을 사진으로 찍기',
      '• 압축하거나 PDF처럼 가벼운 형식으로 저장하기',
      ...(hasWords ? ['함께 적어 주신 내용은 보관되어 평소와 같이 처리됩니다.'] : []),
    ].join('\n'),
  askPhone:
    '공무원이 전화드리거나 기업을 확인하는 데 쓰도록 아래 *전화번호 보내기* 버튼을 눌러 주십시오. 번호는 이 두 가지 목적에만 사용합니다.',
  phoneKept: (phone) => `전화번호 *${phone}*을(를) 기록했습니다. 번호가 바뀌면 /sodienthoai를 입력해 주십시오.`,
  phoneIsAClaim: (phone) =>
    `번호 *${phone}*을(를) 저장했습니다. 이 계정의 번호가 아니므로 확인에는 쓸 수 없습니다. 확인하시려면 /sodienthoai를 입력해 주십시오.`,
  phoneNotHere: '여기서는 전화번호를 확인할 수 없습니다. 회신 전화가 필요하시면 내용에 번호를 적어 주십시오.',
  detailNoted: '저장했습니다.',
  groupNotice:
    '안녕하십니까. 기업 정보를 지키기 위해 단체방에서는 답변하지 않습니다. 저에게 직접 메시지를 보내 주시면 건마다 번호, 담당자, 답변 기한이 정해집니다.',
  unhandled: '[처리하지 못한 메시지]',
  failed:
    '죄송합니다. 방금 메시지를 처리하는 중에 문제가 생겼습니다. 메시지는 기술 담당자가 확인할 수 있도록 보관했습니다. 다시 보내시거나 19009299로 전화해 주십시오.',
  left: '취소했습니다. 입력하던 내용은 보내지 않았습니다.',
  nothingToLeave: '열려 있는 양식이 없습니다.',

  askDescription:
    '애로사항을 설명해 주십시오. 무슨 일인지, 신고번호, 세관을 적어 주시고 사진이나 파일도 보내실 수 있습니다. 그만두시려면 *취소*를 입력해 주십시오.',
  askQuestion:
    '무엇을 문의하시겠습니까? 여기에 적어 주시면 당직 공무원이 답변드립니다. 그만두시려면 *취소*를 입력해 주십시오.',
  askReport:
    '언제, 어디서, 누가, 무엇을 했는지 적어 주십시오. *내부 감찰 부서만 읽을 수 있습니다.* 그만두시려면 *취소*를 입력해 주십시오.',
  filesReceived: (count) => `파일 ${count}개를 받았습니다.`,
  reportNotice:
    '안내: 이 메시지는 *제보*이며, 정식 이의신청(결정·행위를 안 날부터 90일, 이의신청법 제9조)이나 고발(서명한 문서 또는 직접 진술, 고발법 제22조)을 대신하지 않습니다.',

  card: (facts) =>
    [
      facts.kind === 'report' ? '*제보* (내부 감찰 부서만 열람)' : '*애로사항 접수서*',
      ...(facts.enterpriseName === null ? [] : [`• 기업: ${facts.enterpriseName}`]),
      `• 내용: ${facts.description === '' ? '없음' : facts.description}`,
      `• 신고번호: ${known(facts.declarationNo)}`,
      `• 세관: ${facts.officeIsAmbiguous ? '선택 필요(항만 3구역 또는 제3지역 전체)' : known(facts.officeName)}`,
      ...(facts.kind === 'report'
        ? []
        : [
            `• 유형: ${known(facts.categoryLabel)}`,
            `• 긴급: ${facts.urgent ? `예 – ${facts.urgentBecause ?? '화물이 항만에 멈춰 있음'}` : '아니요'}`,
          ]),
      ...(facts.fileCount > 0 ? [`• 첨부 파일: ${facts.fileCount}개`] : []),
      '',
      `답변 부서: ${facts.unitName}.`,
      ...(facts.dueAt === null
        ? undetermined(facts.minutes)
        : [
            `지금 보내시면 *${when(facts.dueAt, facts.now, facts.zone)}* 답변드립니다(${sayDuration(facts.minutes * minute, language)}).`,
          ]),
      '',
      '확인 후 *보내기*를 누르거나, 고칠 항목을 누르거나, 내용을 더 적어 주십시오.',
    ].join('\n'),
  cardSend: '보내기',
  cardDescription: '내용 수정',
  cardDeclaration: '신고번호',
  cardOffice: '세관',
  cardCategory: '유형',
  cardUrgent: '긴급 표시',
  cardNotUrgent: '긴급 해제',
  cardIsIssue: '제보가 아니라 애로사항입니다',
  cardLeave: '취소',
  askFor: {
    description: '애로사항 내용을 처음부터 다시 적어 주십시오.',
    declaration: '신고번호 12자리를 적어 주십시오.',
    office: '세관을 선택하거나 이름을 적어 주십시오.',
    category: '가장 가까운 유형을 선택해 주십시오.',
  },
  notADeclaration:
    '신고번호는 12자리이며 1(수입), 3(수출) 또는 5(운송)로 시작합니다. 다시 확인하시거나 *건너뛰기*를 눌러 주십시오.',
  officeIsAmbiguous: '“3구역”은 하이퐁 항만 3구역 세관일 수도, 제3지역 세관 전체일 수도 있습니다. 선택해 주십시오.',
  wholeRegion: '제3지역 전체',
  notAnOffice: '알 수 없는 세관입니다. 목록에서 선택해 주십시오.',
  skip: '건너뛰기',
  otherCategories: '다른 유형…',
  descriptionMissing: '보내시기 전에 내용을 적어 주십시오.',

  receipt: (facts) =>
    [
      facts.kind === 'report' ? '제보가 접수되었습니다.' : '애로사항이 접수되었습니다.',
      '',
      `접수번호: *${facts.reference}*`,
      ...(facts.enterpriseName === null ? [] : [`기업: ${facts.enterpriseName}`]),
      ...(facts.kind === 'report'
        ? ['열람: 내부 감찰 부서(지목된 공무원을 거치지 않습니다).']
        : [
            `담당: ${facts.officer === null ? `당직 공무원, ${facts.unitName}` : `${facts.officer.title} ${facts.officer.name}, ${facts.unitName}`}`,
          ]),
      ...(facts.dueAt === null
        ? undetermined(facts.minutes)
        : [
            `답변 예정: *${when(facts.dueAt, facts.now, facts.zone)}*(${sayDuration(facts.minutes * minute, language)})`,
          ]),
      '',
      '기한을 넘기면 건이 자동으로 상급자에게 올라가며 알려 드립니다. 이 메시지에 답장하시면 내용이나 파일을 추가하실 수 있습니다.',
      ...(facts.isVerified
        ? []
        : [
            `기업이 아직 연결되지 않아 *미확인*으로 기록되었습니다.${facts.kind === 'report' ? '' : ` ${linkingKo.howToVerify}`}`,
          ]),
    ].join('\n'),

  noCases: '이곳에 접수된 건이 아직 없습니다.',
  cases: (lines, now, zone) =>
    ['*내 문의 내역*', ...lines.map((line) => `• ${caseLine(line, now, zone)}`), '', '보실 건을 선택해 주십시오.'].join(
      '\n',
    ),
  older: '이전 내역',
  caseView: (view, now, zone) =>
    [
      `*${view.reference}* – ${stateNames[view.state]}`,
      ...(view.openedBy === null ? [] : [`보낸 분: ${view.openedBy}`]),
      `내용: ${view.description}`,
      `담당: ${view.responsible}`,
      ...(view.dueAt === null || view.state !== 'open' ? [] : [dueLine(view.dueAt, now, zone)]),
      ...(view.lastReply === null
        ? ['아직 답변이 없습니다.']
        : [`최근 답변(${sayInstant(view.lastReply.at, now, zone, language)}): ${view.lastReply.text}`]),
    ].join('\n'),
  addToCase: '내용 추가',
  solved: '해결됨',
  notSolved: '해결되지 않음',
  askForHigher: '상급자 검토 요청',
  raised: (raised, now, zone) =>
    [
      `요청에 따라 *${raised.reference}* 건을 ${raised.nowWith === '' ? '상급자' : raised.nowWith}에게 올렸습니다.`,
      ...(raised.dueAt === null ? [] : [`답변 예정: *${when(raised.dueAt, now, zone)}*.`]),
      '답변에서 만족스럽지 못한 점을 적어 주십시오.',
    ].join('\n'),
  notRaised: {
    notAnsweredAtThisLevel: (reference) =>
      `현재 담당 단계에서 *${reference}* 건에 아직 답변하지 않아 요청으로 올릴 수 없습니다. 기한 안에 답변이 없으면 자동으로 상급자에게 올라갑니다.`,
    alreadyAskedAtThisLevel: (reference) =>
      `*${reference}* 건은 요청에 따라 이미 올라갔고 이 단계의 답변을 기다리고 있습니다. 단계마다 답변 후 한 번 요청하실 수 있습니다.`,
    alreadyAtTheTop: (reference) =>
      `*${reference}* 건은 최상위 단계에 있습니다. 답변에 동의하지 않으시면 법에 따라 이의신청을 하실 수 있습니다.`,
    caseIsClosed: (reference) =>
      `*${reference}* 건은 종결되었습니다. 해결되지 않았다면 *해결되지 않음*을 눌러 다시 여실 수 있습니다.`,
  },
  noSuchCase: '고객님의 내역에서 이 건을 찾을 수 없습니다.',
  addNow: (reference) =>
    `*${reference}* 건에 추가할 내용이나 파일을 보내 주십시오. 그만두시려면 *취소*를 입력해 주십시오.`,
  added: (reference) => `*${reference}* 건에 추가하고 담당 공무원에게 알렸습니다.`,
  closedCannotAdd: (reference) =>
    `*${reference}* 건은 종결되었습니다. 해결되지 않았다면 *해결되지 않음*을 눌러 다시 여실 수 있습니다.`,
  whichCase: '어느 건에 대한 내용입니까?',
  newIssue: '새 애로사항',
  thanksForConfirming: (reference) => `확인해 주셔서 감사합니다. *${reference}* 건이 종결되었습니다.`,
  goesOn: (reference) =>
    `*${reference}* 건이 해결되지 않았음을 기록하고 담당 공무원에게 알렸습니다. 남은 문제를 적어 주십시오.`,
  tooLateToReopen: (reference) =>
    `*${reference}* 건은 종결 후 근무일 7일이 지나 다시 열 수 없습니다. 새 애로사항을 보내 주십시오.`,
  notNow: (reference) => `*${reference}* 건은 지금 이 단계가 아닙니다.`,

  notices: {
    officerReplied: (notice) =>
      [
        `*${notice.reference} 답변*`,
        notice.text,
        '',
        `– ${notice.officerTitle}, ${notice.unitName}`,
        ...(notice.asks ? ['', '공무원이 추가 내용을 기다리고 있습니다. 이 메시지에 답장해 주십시오.'] : []),
      ].join('\n'),
    resolved: (notice) =>
      [
        `*${notice.reference} 답변*`,
        ...(notice.text === null ? ['담당 공무원이 애로사항이 해결되었다고 알려 왔습니다.'] : [notice.text]),
        '',
        `– ${notice.officerTitle}, ${notice.unitName}`,
        '',
        `애로사항이 해결되었습니까? 근무일 ${notice.silenceDays}일 동안 답이 없으면 자동으로 종결됩니다.`,
      ].join('\n'),
    promiseBroken: (notice, now, zone) =>
      [
        `*사과드립니다* – ${notice.reference}`,
        `${when(notice.brokenDueAt, now, zone)} 답변드리기로 하였으나 지키지 못했습니다.`,
        `건을 ${notice.nowWith === '' ? '상급자' : notice.nowWith}에게 올렸습니다.`,
        ...(notice.newDueAt === null ? [] : [`새 기한: *${when(notice.newDueAt, now, zone)}*.`]),
      ].join('\n'),
    handedOver: (notice) => `*${notice.reference}* 건이 ${notice.unitName}(으)로 이관되었습니다.`,
    transferred: (notice, now, zone) =>
      [
        `*${notice.reference}* 건이 ${notice.unitName}(으)로 이관되었습니다. 자료를 다시 보내실 필요는 없습니다.`,
        ...(notice.dueAt === null ? [] : [`기한: *${when(notice.dueAt, now, zone)}*.`]),
      ].join('\n'),
    raisedByOfficer: (notice, now, zone) =>
      [
        `*${notice.reference}* 건은 담당자의 권한을 넘어 ${notice.nowWith === '' ? '상급자' : notice.nowWith}에게 올렸습니다.`,
        ...(notice.newDueAt === null ? [] : [`답변 예정: *${when(notice.newDueAt, now, zone)}*.`]),
      ].join('\n'),
    resultAwaited: (notice) =>
      `*${notice.reference}* 건은 ${notice.from}의 결과를 기다리고 있습니다. 결과가 나오면 이어서 처리하고 알려 드리겠습니다.`,
    interim: (notice, now, zone) =>
      [
        `*사과 말씀과 새 기한* – ${notice.reference}`,
        notice.text,
        `새 기한: *${when(notice.newDueAt, now, zone)}*.`,
        '',
        `– ${notice.officerTitle}, ${notice.unitName}`,
      ].join('\n'),
    merged: (notice) =>
      `*${notice.reference}* 건은 *${notice.into}* 건과 같은 내용이어서 *${notice.into}*의 기한에 따라 함께 처리됩니다. 보내신 내용은 그대로 보관됩니다.`,
    closedBySilence: (notice) =>
      `답이 없어 *${notice.reference}* 건이 종결되었습니다. 해결되지 않았다면 근무일 ${notice.reopenDays}일 안에 다시 여실 수 있습니다.`,
  },
};

const stateNames = {
  open: '처리 중',
  awaitingEnterprise: '고객님의 추가 내용 대기',
  awaitingResult: '전문 검사 결과 대기',
  resolved: '답변 완료, 확인 대기',
  closed: '종결',
  merged: '병합됨',
};

function known(value: string | null): string {
  return value ?? '미상';
}

function caseLine(line: CaseLine, now: Date, zone: string): string {
  const due = line.dueAt !== null && line.state === 'open' ? `, ${dueLine(line.dueAt, now, zone)}` : '';
  const from = line.openedBy === null ? '' : ` (${line.openedBy} 님이 보냄)`;
  return `*${line.reference}* – ${stateNames[line.state]}${due}${from}`;
}

// Promised, but in a year whose calendar is not approved: the amount is said, the date is not made up.
function undetermined(minutes: number): string[] {
  if (minutes === 0) return [];
  return [
    `답변 시간: ${sayDuration(minutes * minute, language)}. 내년 근무 일정이 아직 승인되지 않아 정확한 날짜는 정해지지 않았습니다.`,
  ];
}

function dueLine(dueAt: Date, now: Date, zone: string): string {
  return dueAt.getTime() < now.getTime()
    ? `${sayInstant(dueAt, now, zone, language)} 기한 초과`
    : `답변 예정 ${when(dueAt, now, zone)}`;
}
