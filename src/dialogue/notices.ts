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
  switch (notice.kind) {
    case 'officerReplied':
      return {
        text: notices.officerReplied(notice),
        choices: [[{ value: commandValues.add(notice.reference), label: phrases.addToCase }, ...(judge[0] ?? [])]],
      };
    case 'resolved':
      return { text: notices.resolved(notice), choices: judge };
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
    case 'reminder':
      return officer.reminder({ ...notice, now, zone });
    case 'raised':
      return officer.raised({ ...notice, now, zone });
    case 'managerTold':
      return officer.managerTold({ ...notice, now, zone });
    case 'unacknowledged':
      return officer.unacknowledged({ ...notice, now, zone });
    case 'message':
      return officer.message({ ...notice, now, zone });
  }
}

function wantsAcknowledgement(notice: OfficerNotice): boolean {
  return notice.kind === 'unacknowledged' || (notice.kind === 'raised' && notice.isNewOwner);
}
