import type { ContactRole } from '../../rules/linking/represented.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { sayInstant } from '../../rules/working-time/say-when.ts';
import type { linkingVi } from './linking.vi.ts';

const roles: Record<ContactRole, string> = { owner: '관리자', staff: '직원', broker: '관세사(통관 대리)' };

/** `linking.vi.ts` in Korean. */
export const linkingKo: typeof linkingVi = {
  roles,
  howToVerify: '기업을 확인하시려면 세관 안내문에 인쇄된 코드를 입력하거나 아래 버튼을 눌러 주십시오.',
  verify: '기업 확인',
  ways: (canVouch) =>
    [
      '*기업 확인* – 다음 방법 중 하나를 선택해 주십시오.',
      '• 세관 안내문: 인쇄된 코드(DN-XXXX-XXXX-XXXX)를 여기에 입력하거나 QR 코드를 스캔하십시오.',
      ...(canVouch ? ['• 세관에 등록된 전화번호: /phone을 입력하고 버튼을 누르십시오.'] : []),
      '• 공무원이 서류를 확인: *기업 확인*을 누르거나 /verify를 입력하십시오.',
    ].join('\n'),

  linked: (enterprise, taxCode, role) =>
    [
      `확인되었습니다. *${enterprise}*(세금코드 ${taxCode})을(를) 대표하는 ${roles[role]} 자격으로 대화하십니다.`,
      '이제부터 보내시는 건은 확인된 것으로 기록됩니다. 조회, 변경, 종료는 /enterprise를 입력해 주십시오.',
    ].join('\n'),
  wrongCode:
    '코드가 틀렸거나 이미 사용, 만료 또는 취소되었습니다. 글자를 다시 확인해 주십시오. 그래도 안 되면 /verify를 입력해 서류를 보내 주십시오.',
  tooManyCodes: (until, now, zone) =>
    `잘못된 시도가 너무 많았습니다. 기업 정보를 지키기 위해 ${sayInstant(until, now, zone, 'ko')}부터 다시 코드와 세금코드를 받습니다. 그동안 애로사항은 평소처럼 보내시거나 19009299로 전화해 주십시오.`,
  officersChat: '이 대화방은 공무원 계정에 연결되어 있어 기업을 대표할 수 없습니다. 코드는 아직 사용되지 않았습니다.',
  consentFirst:
    '기업을 확인하려면 표시 이름과 이 대화를 보관해야 합니다. 동의하십니까? (입력하신 코드는 답하실 때까지 보관합니다.)',

  askTaxCode:
    '기업의 *세금코드*를 보내 주십시오(10자리, 종속 사업장은 10자리와 3자리). 그만두시려면 *취소*를 입력해 주십시오.',
  notATaxCode: '세금코드는 10자리, 13자리(종속 사업장) 또는 12자리(개인·가구)입니다. 다시 보내 주십시오.',
  unknownTaxCode: (taxCode, hasWrongCheckDigit) =>
    [
      `세금코드 ${taxCode}인 기업은 제3지역 세관 명단에 없습니다.`,
      hasWrongCheckDigit
        ? '검증 숫자가 맞지 않아 잘못 입력하셨을 수 있습니다. 다시 확인해 주십시오.'
        : '확인 후 다시 보내 주십시오.',
      '미확인 상태로도 애로사항을 보내실 수 있습니다. *취소*를 입력하고 내용을 적어 주십시오.',
    ].join(' '),
  representedAlready: (enterprise) => `이미 *${enterprise}*의 대표자로 확인되어 있습니다.`,
  askProof: (taxCode, isAsked) =>
    [
      isAsked
        ? `세금코드 ${taxCode}에 대한 요청이 공무원의 확인을 기다리고 있습니다. 서류를 추가하실 수 있습니다.`
        : `세금코드 ${taxCode}. 공무원이 확인할 수 있도록 다음을 보내 주십시오.`,
      '• 소개장, 위임장 또는 명함 사진',
      '• 기업에서 맡고 계신 업무에 대한 간단한 설명',
      '*신분증 사진은 보내지 마십시오.* 다 보내셨으면 *요청 보내기*를 눌러 주십시오.',
    ].join('\n'),
  sendProof: '요청 보내기',
  leave: '취소',
  proofMissing: '먼저 서류 사진이나 간단한 설명을 보내 주십시오.',
  proofReceived: (count) => `메시지 ${count}건을 받았습니다. 더 보내시거나 *요청 보내기*를 눌러 주십시오.`,
  asked: '요청을 공무원에게 전달했습니다. 결과는 이곳에서 알려 드립니다. 그동안 보내시는 건은 미확인으로 접수됩니다.',
  addedToRequest: '기다리고 있는 요청에 추가했습니다. 결과는 이곳에서 알려 드립니다.',

  whichOfPhone: (count) => `이 번호는 기업 ${count}곳에 등록되어 있습니다. 어느 기업을 대표하십니까?`,
  allOfThem: '모두',

  own: (represented, present) =>
    [
      '*내 기업*',
      ...represented.map(
        ({ enterpriseId, name, taxCode, role, sharesCases }) =>
          `• ${name}(세금코드 ${taxCode}) – ${roles[role]}${enterpriseId === present ? ', *사용 중*' : ''}${sharesCases ? '; 모두가 모든 건을 봄' : ''}`,
      ),
      '',
      represented.length > 1
        ? '다음에 보내실 내용의 기업을 선택해 주십시오. 이미 보내신 건의 기업은 바뀌지 않습니다.'
        : '건 공개 범위: 기본으로 각자 자신의 건만 봅니다.',
    ].join('\n'),
  ownNone: '아직 연결된 기업이 없습니다.',
  nowFor: (enterprise) => `이제부터 *${enterprise}*을(를) 대표하십니다.`,
  share: '모두가 모든 건 보기',
  doNotShare: '자신의 건만 보기',
  people: '대표자 목록',
  quit: '대표 종료',
  nowShared: (enterprise) =>
    `이제부터 *${enterprise}*의 대표자 모두가 기업의 건을 보고 내용을 추가할 수 있습니다. 공무원에 대한 제보는 공유되지 않습니다.`,
  nowNotShared: (enterprise) => `이제부터 *${enterprise}*의 대표자는 각자 자신의 건만 볼 수 있습니다.`,
  onlyOwners: '기업의 관리자만 바꿀 수 있습니다.',
  noSuchEnterprise: '이 기업은 고객님의 기업 목록에 없습니다.',
  peopleOf: (enterprise, lines, zone) =>
    [
      `*${enterprise}의 대표자*`,
      ...lines.map(
        ({ name, role, since }) => `• ${name ?? '이름 없음'} – ${roles[role]}, ${localDate(since, zone)}부터`,
      ),
      '',
      '대표를 종료할 분을 선택해 주십시오.',
    ].join('\n'),
  unnamed: '이름 없음',
  surelyRevoke: (name, enterprise) =>
    `*${name}* 님의 *${enterprise}* 대표를 종료하시겠습니까? 더 이상 기업의 건을 볼 수 없으며, 진행 중인 건은 관리자에게 넘어갑니다.`,
  revoke: '종료',
  revoked: (name) => `*${name}* 님은 더 이상 기업을 대표하지 않습니다.`,
  nobodyElse: (enterprise) => `*${enterprise}*을(를) 대표하는 다른 분이 없습니다.`,
  surelyLeave: (enterprise) =>
    `*${enterprise}* 대표를 그만두시겠습니까? 진행 중인 건은 기업에 남고 더 이상 보실 수 없으며, 앞으로 보내시는 내용은 미확인으로 기록됩니다.`,
  whichToLeave: '어느 기업의 대표를 그만두시겠습니까?',
  left: (enterprise) =>
    `더 이상 *${enterprise}*을(를) 대표하지 않습니다. 감사합니다. 문의와 애로사항은 이전처럼 보내실 수 있습니다.`,

  forWhich: '어느 기업에 대한 내용입니까?',
  more: '더 보기…',
  notAmongOwn: '고객님의 기업 중에서 찾을 수 없습니다. 선택하시거나 세금코드를 보내 주십시오.',
  cardEnterprise: '기업',

  notices: {
    linkApproved: ({ enterprise, role, validUntil }, zone) =>
      [
        `공무원이 확인했습니다. *${enterprise}*을(를) 대표하는 ${roles[role]}입니다${validUntil === null ? '' : `(${localDate(new Date(validUntil.getTime() - 1), zone)}까지)`}.`,
        '이제부터 보내시는 건은 확인된 것으로 기록됩니다. 조회는 /enterprise를 입력해 주십시오.',
      ].join('\n'),
    linkRefused: ({ taxCode, because }) =>
      [
        `죄송합니다. 세금코드 ${taxCode}에 대한 요청이 받아들여지지 않았습니다.`,
        `사유: ${because}`,
        '/verify로 서류를 다시 보내실 수 있습니다. 애로사항은 이전처럼 접수됩니다.',
      ].join('\n'),
    linkEnded: ({ enterprise, because, actsFor }) =>
      [
        because === 'expired'
          ? `*${enterprise}* 대표 기간이 끝났습니다.`
          : `이곳에서 더 이상 *${enterprise}*을(를) 대표하지 않습니다.`,
        '진행 중인 건은 기업에 남습니다. 세관과 함께해 주셔서 감사합니다.',
        actsFor === null
          ? '문의와 애로사항은 미확인 상태로 계속 보내실 수 있습니다. 잘못된 처리라면 /verify를 입력하거나 19009299로 전화해 주십시오.'
          : `이제부터 *${actsFor}*을(를) 대표하십니다.`,
      ].join('\n'),
    casesPassedOn: ({ enterprise, references }) =>
      `이 건들을 보낸 분이 더 이상 *${enterprise}*을(를) 대표하지 않습니다. 앞으로 공무원이 고객님께 연락드립니다: ${references.join(', ')}. 보시려면 /hoso를 입력해 주십시오.`,
  },
};
