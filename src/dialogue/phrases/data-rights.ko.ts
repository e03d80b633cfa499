import type { RetentionRule, RetentionSubject } from '../../rules/privacy/retention.ts';
import { sayInstant } from '../../rules/working-time/say-when.ts';
import { type dataRightsVi, masked } from './data-rights.vi.ts';
import { sayDay } from './say-day.ts';

const channels: Record<string, string> = { telegram: '텔레그램', zalo: '잘로', zaloBot: '잘로', webchat: '웹' };
const answers = { given: '동의', declined: '거부', withdrawn: '철회' } as const;

/** `data-rights.vi.ts` in Korean. */
export const dataRightsKo: typeof dataRightsVi = {
  overview: ({ kept, periods, zone }) => {
    const { name, chats, phones, links, consents, cases, messages, files, ratings } = kept;
    const current = links.filter(({ until }) => until === null).map(({ enterprise }) => enterprise);
    const open = cases.filter(({ isOpen }) => isOpen);
    const [latest] = consents;
    const days = (what: RetentionSubject) => sayDays(periods, what);
    return [
      '*보관 중인 귀하의 정보* (자동 응답 시스템의 답변입니다)',
      `• 대화: ${chats.map(({ channel, since }) => `${channels[channel]} (${sayDay(since, zone)}부터)`).join('; ')}`,
      `• 표시 이름: ${name ?? '보관하지 않음'}`,
      `• 확인된 전화번호: ${phones.length === 0 ? '없음' : phones.map(masked).join(', ')}`,
      `• 대표하는 기업: ${current.length === 0 ? '없음' : current.join('; ')}`,
      `• 보관에 대한 의사: ${latest === undefined ? '아직 확인하지 않음' : `${answers[latest.answer]}, ${sayDay(latest.at, zone)}`}`,
      `• 민원: ${cases.length}건${open.length === 0 ? '' : ` (처리 중: ${open.map(({ reference }) => reference).join(', ')})`}`,
      `• 메시지 ${messages}건, 파일 ${files}개, 평가 ${ratings}건`,
      '',
      '*보관 기간과 이유*',
      `• 민원 밖의 메시지: ${days('chatMessages')}`,
      `• 민원 내용 (종결 후): ${days('closedCases')}`,
      '• 민원 번호와 처리 기록(누가 언제 무엇을 했는지, 귀하의 글은 제외): 약속 이행을 확인할 수 있도록 계속 보관합니다.',
      '',
      '개인정보보호법 91/2025/QH15에 따라 열람, 사본 수령, 삭제, 동의 철회를 요구하실 수 있습니다.',
    ].join('\n');
  },
  isPreparing: (percent) => `사본을 준비하고 있습니다 (${percent}%).`,
  isWaiting: '삭제 요청이 처리를 기다리고 있습니다.',
  exportIt: '사본 받기',
  deleteIt: '정보 삭제',
  withdraw: '동의 철회',
  keepIt: '그대로 보관',

  exportBegun: (dueBy, now, zone) =>
    `접수했습니다. 읽을 수 있는 문서와 JSON 파일로 사본을 준비하여 여기로 보내 드립니다. 보통 몇 분 안에, 늦어도 ${sayInstant(dueBy, now, zone, 'ko')}까지 보내 드립니다.`,
  exportRunning: (percent) => `요청하신 사본을 준비하고 있습니다 (${percent}%). 끝나면 여기로 보내 드립니다.`,

  surelyDelete: ({ cases, openCases, isExporting }) =>
    [
      '*정보 삭제* – 되돌릴 수 없으니 잘 읽어 주십시오.',
      '*삭제되는 것*: 이름, 전화번호, 보내신 글과 파일, 기업을 대표할 권한 (모든 대화에서).',
      `*남는 것*: ${cases === 0 ? '' : `민원 ${cases}건의 번호와 처리 기록, 세관의 답변 (귀하의 글은 삭제 표시와 해시값으로 바뀌며, 이는 기록이 변경되지 않았음을 증명합니다); `}이름 없는 평가 등급; 동의하고 철회하신 사실. 공무 수행을 확인하기 위해 보관해야 하는 부분입니다.`,
      ...(openCases.length === 0
        ? []
        : [
            `*처리 중인 민원* (${openCases.join(', ')}): 종결될 때까지 계속 처리하고, 그 뒤에 삭제합니다. 그동안 여기에서 답변을 받으시며 마음을 바꾸실 수 있습니다.`,
          ]),
      ...(isExporting ? ['*준비 중인 사본*을 먼저 보내 드린 뒤 삭제합니다.'] : []),
      '정말 삭제하시겠습니까?',
    ].join('\n'),
  yesDelete: '네, 삭제합니다',
  deletionBegun: (dueBy, now, zone) =>
    `접수했습니다. 바로 삭제하고 끝나면 알려 드립니다. 늦어도 ${sayInstant(dueBy, now, zone, 'ko')}까지 처리합니다.`,
  deletionWaits: (openCases, isExporting) =>
    [
      '접수했습니다.',
      ...(openCases.length === 0
        ? []
        : [`민원 ${openCases.join(', ')} 종결 즉시 삭제합니다. 마음이 바뀌시면 /data 를 입력해 주십시오.`]),
      ...(isExporting ? ['요청하신 사본을 먼저 보내 드리며, 며칠 동안 내려받으실 수 있습니다.'] : []),
    ].join(' '),
  deletionKept: '삭제 요청을 취소했습니다. 정보는 그대로 보관됩니다.',
  nothingToCancel: '기다리고 있는 삭제 요청이 없습니다.',

  withdrawn:
    '동의가 철회되었습니다. 민원 밖에서 쓰신 글은 24시간 안에 삭제되고, 민원 내용은 보관 기간까지 보관됩니다. 계속 문의하실 수 있으며 언제든지 다시 동의하실 수 있습니다.',
  nothingToWithdraw: '유효한 동의가 없습니다.',

  notices: {
    halfway: (messages) => `메시지 ${messages}건을 사본에 담았습니다. 절반이 넘었습니다.`,
    exported: (days) =>
      `귀하의 정보 사본입니다: 읽을 수 있는 문서와 JSON 파일. 이 사본은 ${days}일 뒤 시스템에서 삭제됩니다.`,
    deleted: (cases) =>
      `귀하의 정보를 삭제했습니다.${cases === 0 ? '' : ` 민원 ${cases}건의 번호와 처리 기록은 귀하의 글 없이 보관됩니다.`} 다시 필요하시면 메시지를 보내 주십시오.`,
  },
};

function sayDays(periods: readonly RetentionRule[], what: RetentionSubject): string {
  const rule = periods.find((each) => each.what === what);
  if (rule === undefined) return '';
  const { days, basis } = rule;
  return `${days % 365 === 0 ? `${days / 365}년` : `${days}일`}. 근거: ${basis}.`;
}
