import type { Choice, Outgoing } from '../channel/port.ts';
import type {
  AdministratorNotice,
  ContactNotice,
  DataNotice,
  EnterpriseNotice,
  OfficerNotice,
  Phrasing,
} from '../desk/notices.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import type { SpokenLanguage } from '../rules/working-time/say-when.ts';
import { commandValues } from './command-values.ts';
import { excerpt } from './excerpt.ts';
import { invitationMessage } from './flows/rating/invitation-message.ts';
import { actionText } from './phrases/corrective-actions.ts';
import { dataRightsIn } from './phrases/data-rights.ts';
import { phrasesIn } from './phrases/in-language.ts';
import { type LinkingPhrases, linkingIn } from './phrases/linking.ts';
import { withSummary, withTranslation } from './phrases/machine-made.ts';
import { mentionedText } from './phrases/mentioned.ts';
import { officerChat } from './phrases/officer-chat.ts';
import { vi } from './phrases/vi.ts';
import { weeklyDigestText } from './phrases/weekly-digest.ts';
import { maskForTraining } from './understanding/mask-for-training.ts';
import { understand } from './understanding/understand.ts';
import { outcomeMessage } from './verification-notices.ts';

/** The words for what verbs have to tell. `zone` is where the readers' clocks stand. */
export function openPhrasing(zone: string): Phrasing {
  return {
    toEnterprise: (notice, language, now) => enterpriseNotice(notice, language, now, zone),
    toContact: (notice, language) => ({
      text: isAboutData(notice)
        ? dataText(notice, dataRightsIn(language))
        : contactText(notice, linkingIn(language), zone),
    }),
    toOfficer: (notice, alertId, now) => ({
      text: withSummary(
        officerText({ ...notice, description: excerpt(notice.description) }, now, zone),
        notice.summary,
      ),
      ...(alertId === 0 ? {} : officerChoices(notice, alertId)),
    }),
    toAdministrator: (notice) => ({ text: administratorText(notice, zone) }),
    forTraining: (text, names) => {
      const masked = maskForTraining(text, names);
      return masked === null ? null : { text: masked, language: understand(text).language };
    },
    toManager: (digest) => ({ text: weeklyDigestText(digest) }),
    aboutOutcome: outcomeMessage,
    aboutAction: (notice) => ({ text: actionText(notice) }),
    toRater: (notice, language) => invitationMessage(notice, language, zone),
    toOfficerOnTrial: () => ({ text: officerChat.onTrial }),
    toUnlinkedChat: () => ({ text: officerChat.unlinked }),
  };
}

function enterpriseNotice(notice: EnterpriseNotice, language: SpokenLanguage, now: Date, zone: string): Outgoing {
  const phrases = phrasesIn(language);
  const { notices } = phrases;
  const judge: Choice[][] = [
    [
      { value: commandValues.solved(notice.reference), label: phrases.solved },
      { value: commandValues.notSolved(notice.reference), label: phrases.notSolved },
    ],
  ];
  const raise: Choice[][] =
    'mayRaise' in notice && notice.mayRaise
      ? [[{ value: commandValues.raise(notice.reference), label: phrases.askForHigher }]]
      : [];
  switch (notice.kind) {
    case 'officerReplied':
      return {
        text: notices.officerReplied({ ...notice, text: withTranslation(notice.text, notice.translation, language) }),
        choices: [
          [
            { value: commandValues.add(notice.reference), label: phrases.addToCase },
            ...(notice.awaitsFinding ? [] : (judge[0] ?? [])),
          ],
          ...raise,
        ],
      };
    case 'resolved':
      return {
        text: notices.resolved({ ...notice, text: translated(notice, language) }),
        choices: [...judge, ...raise],
      };
    case 'interim':
      return {
        text: notices.interim(notice, now, zone),
        choices: [[{ value: commandValues.add(notice.reference), label: phrases.addToCase }], ...raise],
      };
    case 'transferred':
      return { text: notices.transferred(notice, now, zone) };
    case 'raisedByOfficer':
      return { text: notices.raisedByOfficer(notice, now, zone) };
    case 'resultAwaited':
      return { text: notices.resultAwaited(notice) };
    case 'merged':
      return {
        text: notices.merged(notice),
        choices: [[{ value: commandValues.view(notice.into), label: notice.into }]],
      };
    case 'promiseBroken':
      return { text: notices.promiseBroken(notice, now, zone) };
    case 'handedOver':
      return { text: notices.handedOver(notice) };
    case 'closedBySilence':
      return {
        text: notices.closedBySilence(notice),
        choices: [[{ value: commandValues.notSolved(notice.reference), label: phrases.notSolved }]],
      };
  }
}

function translated(
  { text, translation }: Extract<EnterpriseNotice, { kind: 'resolved' }>,
  language: SpokenLanguage,
): string | null {
  return text === null ? null : withTranslation(text, translation, language);
}

function isAboutData(notice: ContactNotice | DataNotice): notice is DataNotice {
  return notice.kind === 'dataExportHalfway' || notice.kind === 'dataExported' || notice.kind === 'dataDeleted';
}

function dataText(notice: DataNotice, { notices }: ReturnType<typeof dataRightsIn>): string {
  switch (notice.kind) {
    case 'dataExportHalfway':
      return notices.halfway(notice.messages);
    case 'dataExported':
      return notices.exported(notice.days);
    case 'dataDeleted':
      return notices.deleted(notice.cases);
  }
}

function contactText(notice: ContactNotice, { notices }: LinkingPhrases, zone: string): string {
  switch (notice.kind) {
    case 'linkApproved':
      return notices.linkApproved(notice, zone);
    case 'linkRefused':
      return notices.linkRefused(notice);
    case 'linkEnded':
      return notices.linkEnded(notice);
    case 'casesPassedOn':
      return notices.casesPassedOn(notice);
  }
}

const dataRequestNames = { export: 'tải dữ liệu', deletion: 'xóa dữ liệu', withdrawal: 'rút lại đồng ý' } as const;

function overdueDataRequest(
  { requestId, asked, dueBy }: Extract<AdministratorNotice, { kind: 'dataRequestOverdue' }>,
  zone: string,
): string {
  const day = localDate(dueBy, zone).split('-').toReversed().join('/');
  return `*Yêu cầu về dữ liệu cá nhân quá hạn*: yêu cầu số ${requestId} (${dataRequestNames[asked]}) phải xong trước ngày ${day}. Anh/chị xem tại trang Dữ liệu cá nhân.`;
}

function officerText(notice: OfficerNotice, now: Date, zone: string): string {
  const { officer } = vi;
  switch (notice.kind) {
    case 'assigned':
      return officer.assigned({ ...notice, now, zone });
    case 'nobodyEligible':
      return officer.nobodyEligible({ ...notice, now, zone });
    case 'liftAsked':
      return officer.liftAsked({ ...notice, now, zone });
    case 'reminder':
      return officer.reminder({ ...notice, now, zone });
    case 'asked':
      return officer.asked({ ...notice, now, zone });
    case 'raised':
      return officer.raised({ ...notice, now, zone });
    case 'passedUp':
      return officer.passedUp({ ...notice, now, zone });
    case 'managerTold':
      return officer.managerTold({ ...notice, now, zone });
    case 'unacknowledged':
      return officer.unacknowledged({ ...notice, now, zone });
    case 'message':
      return officer.message({ ...notice, now, zone });
    case 'mentioned':
      return mentionedText(notice);
  }
}

/** What an officer can do about a notice from the chat. What is only told, to somebody who has nothing to do, has none. */
function officerChoices(notice: OfficerNotice, alertId: number): Pick<Outgoing, 'choices'> {
  const { reference } = notice;
  const { actions } = officerChat;
  const answer = { value: commandValues.answer(reference), label: actions.answer };
  if (notice.kind === 'message') return { choices: [[answer]] };
  if (notice.kind === 'liftAsked') return {};
  if ((notice.kind === 'raised' || notice.kind === 'passedUp') && !notice.isNewOwner) return {};
  return {
    choices: [
      [
        { value: commandValues.take(reference), label: actions.take },
        { value: commandValues.pass(reference), label: actions.pass },
      ],
      [{ value: commandValues.acknowledge(alertId), label: actions.acknowledge }, answer],
    ],
  };
}

function administratorText(notice: AdministratorNotice, zone: string): string {
  switch (notice.kind) {
    case 'calendarYearMissing':
      return vi.officer.calendarYearMissing(notice.year);
    case 'accountTrouble':
      return vi.officer.accountTrouble(notice);
    case 'accountWorks':
      return vi.officer.accountWorks(notice);
    case 'dataRequestOverdue':
      return overdueDataRequest(notice, zone);
  }
}
