import type { RetentionRule, RetentionSubject } from '../../rules/privacy/retention.ts';
import { sayInstant } from '../../rules/working-time/say-when.ts';
import { type dataRightsVi, masked } from './data-rights.vi.ts';
import { sayDay } from './say-day.ts';

const channels: Record<string, string> = { telegram: 'Telegram', zalo: 'Zalo', zaloBot: 'Zalo', webchat: 'web' };
const answers = { given: 'agreed', declined: 'declined', withdrawn: 'withdrawn' } as const;

/** `data-rights.vi.ts` in English. */
export const dataRightsEn: typeof dataRightsVi = {
  overview: ({ kept, periods, zone }) => {
    const { name, chats, phones, links, consents, cases, messages, files, ratings } = kept;
    const current = links.filter(({ until }) => until === null).map(({ enterprise }) => enterprise);
    const open = cases.filter(({ isOpen }) => isOpen);
    const [latest] = consents;
    const days = (what: RetentionSubject) => sayDays(periods, what);
    return [
      '*What we keep about you* (answered by a machine)',
      `• Chats: ${chats.map(({ channel, since }) => `${channels[channel]} since ${sayDay(since, zone)}`).join('; ')}`,
      `• Display name: ${name ?? 'not kept'}`,
      `• Confirmed telephone number: ${phones.length === 0 ? 'none' : phones.map(masked).join(', ')}`,
      `• Enterprises you speak for: ${current.length === 0 ? 'none' : current.join('; ')}`,
      `• Your answer about keeping it: ${latest === undefined ? 'not asked yet' : `${answers[latest.answer]}, ${sayDay(latest.at, zone)}`}`,
      `• Cases: ${cases.length}${open.length === 0 ? '' : ` (open: ${open.map(({ reference }) => reference).join(', ')})`}`,
      `• Messages: ${messages}; files: ${files}; ratings: ${ratings}`,
      '',
      '*How long and why*',
      `• Messages outside of cases: ${days('chatMessages')}`,
      `• What was said on a case, from its closing on: ${days('closedCases')}`,
      '• Case numbers and their ledger (who did what and when, without your words): kept, so that promises can be checked.',
      '',
      'Your rights under the Law on Personal Data Protection 91/2025/QH15: to see it, take a copy, delete it, withdraw consent.',
    ].join('\n');
  },
  isPreparing: (percent) => `A copy of your data is being prepared (${percent}%).`,
  isWaiting: 'Your request to delete is waiting to be carried out.',
  exportIt: 'Get my data',
  deleteIt: 'Delete my data',
  withdraw: 'Withdraw consent',
  keepIt: 'Keep my data',

  exportBegun: (dueBy, now, zone) =>
    `Received. I am preparing a copy of your data, a page to read and a JSON file, and send it here, mostly within minutes, at the latest by ${sayInstant(dueBy, now, zone, 'en')}.`,
  exportRunning: (percent) =>
    `The copy that you asked for is being prepared (${percent}%). I send it here when it is done.`,

  surelyDelete: ({ cases, openCases, isExporting }) =>
    [
      '*Deleting your data* – please read this, it cannot be undone.',
      '*What goes*: your name, telephone number, words and files, and the right to speak for enterprises, in all your chats.',
      `*What stays*: ${cases === 0 ? '' : `the numbers of ${cases} ${cases === 1 ? 'case' : 'cases'} with the ledger and the answers of customs (your words are replaced by a mark and a digest, which proves that the ledger was not changed); `}rating levels without a name; that you agreed and withdrew. This part has to be kept so that the work of the office can be checked.`,
      ...(openCases.length === 0
        ? []
        : [
            `*Open cases* (${openCases.join(', ')}): they go on until they are closed, and only then your data is deleted. Meanwhile you get answers here and can change your mind.`,
          ]),
      ...(isExporting
        ? [
            '*The copy being prepared* is sent to you first, then we delete; the copy itself can be fetched for some days.',
          ]
        : []),
      'Do you really want to delete it?',
    ].join('\n'),
  yesDelete: 'Yes, delete it',
  deletionBegun: (dueBy, now, zone) =>
    `Received. I carry it out now and tell you when it is done, at the latest by ${sayInstant(dueBy, now, zone, 'en')}.`,
  deletionWaits: (openCases, isExporting) =>
    [
      'Received.',
      ...(openCases.length === 0
        ? []
        : [`Your data is deleted as soon as ${openCases.join(', ')} is closed. If you change your mind, type /data.`]),
      ...(isExporting ? ['The copy that you asked for is sent first and can be fetched for some days.'] : []),
    ].join(' '),
  deletionKept: 'The request to delete is cancelled. Your data is kept as before.',
  nothingToCancel: 'No request to delete is waiting.',

  withdrawn:
    'Your consent is withdrawn. What you wrote outside of cases is deleted within 24 hours; what was said on cases is kept for its period. You can still ask, and agree again at any time.',
  nothingToWithdraw: 'There is no consent of yours in force.',

  notices: {
    halfway: (messages) => `${messages} messages are in the copy of your data, more than half.`,
    exported: (days) =>
      `This is the copy of your data: a page to read and a JSON file. We delete this copy after ${days} days.`,
    deleted: (cases) =>
      `Your data is deleted.${cases === 0 ? '' : ` The ${cases === 1 ? 'number and ledger of one case are' : `numbers and ledgers of ${cases} cases are`} kept, without your words.`} If you need us again just write; we shall greet you as somebody new.`,
  },
};

function sayDays(periods: readonly RetentionRule[], what: RetentionSubject): string {
  const rule = periods.find((each) => each.what === what);
  if (rule === undefined) return '';
  const { days, basis } = rule;
  const years = days / 365;
  const said = Number.isInteger(years) ? `${years} ${years === 1 ? 'year' : 'years'}` : `${days} days`;
  return `${said}. Reason: ${basis}.`;
}
