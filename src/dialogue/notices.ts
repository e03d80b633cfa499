import type { Choice, Outgoing } from '../channel/port.ts';
import type { EnterpriseNotice, OfficerNotice, Phrasing } from '../desk/notices.ts';
import { commandValues } from './command-values.ts';
import { excerpt } from './excerpt.ts';
import { phrasesIn } from './phrases/in-language.ts';
import { vi } from './phrases/vi.ts';

/** The words for what verbs have to tell. `zone` is where the readers' clocks stand. */
export function openPhrasing(zone: string): Phrasing {
  return {
    toEnterprise: (notice, language, now) => enterpriseNotice(notice, language, now, zone),
    toOfficer: (notice, alertId, now) => ({
      text: officerText({ ...notice, description: excerpt(notice.description) }, now, zone),
      ...(alertId === 0 || !wantsAcknowledgement(notice)
        ? {}
        : { choices: [[{ value: commandValues.acknowledge(alertId), label: vi.officer.acknowledge }]] }),
    }),
    toAdministrator: ({ year }) => ({ text: vi.officer.calendarYearMissing(year) }),
  };
}

function enterpriseNotice(notice: EnterpriseNotice, language: 'vi' | 'en', now: Date, zone: string): Outgoing {
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
        text: notices.officerReplied(notice),
        choices: [
          [{ value: commandValues.add(notice.reference), label: phrases.addToCase }, ...(judge[0] ?? [])],
          ...raise,
        ],
      };
    case 'resolved':
      return { text: notices.resolved(notice), choices: [...judge, ...raise] };
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
  }
}

function wantsAcknowledgement(notice: OfficerNotice): boolean {
  return (
    notice.kind === 'unacknowledged' ||
    notice.kind === 'nobodyEligible' ||
    ((notice.kind === 'raised' || notice.kind === 'passedUp') && notice.isNewOwner)
  );
}
