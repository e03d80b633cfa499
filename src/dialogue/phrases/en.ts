import { sayDuration } from '../../rules/working-time/say-duration.ts';
import { sayInstant, sayWhen } from '../../rules/working-time/say-when.ts';
import type { CaseLine } from './facts.ts';
import { linkingEn } from './linking.en.ts';
import type { Phrases } from './phrases.ts';

const language = 'en' as const;
const minute = 60_000;

function when(dueAt: Date, now: Date, zone: string): string {
  return sayWhen(dueAt, now, zone, language);
}

/** Everything the bot says in English to enterprises. Officers read Vietnamese in either language. */
export const en: Omit<Phrases, 'officer'> = {
  language,

  consentVersion: '2026-11-22.en',
  greeting: [
    'Welcome! This is *Đồng Hành*, an automatic assistant (not a person) of Customs Region III. Customs officers answer your problems here themselves.',
    '',
    '*Before we start, may we have your consent?*',
    '• What we keep: the chat id, your display name, the messages and files you send.',
    '• Why: to receive, answer and time your problem; only the officers in charge can read it.',
    '• You can change your mind at any time with /dongy.',
    '',
    'Do you agree? (If not, you can still look around.)',
  ].join('\n'),
  agree: 'I agree',
  decline: 'I do not agree',
  consentGiven: 'Thank you.',
  consentDeclined:
    'Understood: nothing about you is kept, and what you just sent is deleted within 24 hours. You can still look around. To send a problem later, press *I agree* or type /dongy.',
  consentFirst: 'To send a problem we have to keep what you write. Do you agree?',

  menu: 'How can we help? Press a button, or simply write what the problem is.',
  menuIssue: 'Report a problem',
  menuCases: 'My cases',
  menuRate: 'Rate a service',
  menuLookUp: 'Look up an appendix',
  menuOfficer: 'Talk to an officer',
  menuLanguage: 'Ngôn ngữ / Language',
  back: 'Menu',
  thanks: 'You are welcome. Write here whenever you need us.',
  chooseLanguage: 'Anh/chị muốn dùng ngôn ngữ nào? / Which language would you like?',
  languageSet: 'The assistant will speak English from now on.',
  notUnderstood:
    'Sorry, I did not understand. If this is a problem for an officer to answer, press *Send to an officer*; or choose from the menu.',
  sendAsIssue: 'Send to an officer',
  unsupported: (what) => `I received ${what}, which I cannot read yet. Please send text, a picture or a file.`,
  forgedChoice: '[button that no longer works]',
  choiceGone: 'This button no longer works. Please choose again from the menu below.',
  choiceGoneShort: 'This button no longer works.',
  filesTooLarge: (names, limitMegabytes, hasWords) =>
    [
      `Sorry, ${names.map((name) => `“${name}”`).join(', ')} is larger than ${limitMegabytes} MB, and the messenger does not pass it on to us. Please send it in one of these ways:`,
      `• split the file into parts of less than ${limitMegabytes} MB each;`,
      '• photograph the page that matters;',
      '• compress it, or save it in a lighter format such as PDF.',
      ...(hasWords ? ['What you wrote with it was kept and is handled as usual.'] : []),
    ].join('\n'),
  askPhone:
    'So that an officer can call you back, and to verify your enterprise, please press *Share my number* below. We use the number for nothing else.',
  phoneKept: (phone) =>
    `Your telephone number was noted: *${phone}*. If it changes, type /sodienthoai to send it again.`,
  phoneIsAClaim: (phone) =>
    `The number *${phone}* was kept. It is not the number of this very account, so it verifies nothing yet; to verify, type /sodienthoai.`,
  phoneNotHere:
    'A telephone number cannot be confirmed here. If an officer should call you back, please write the number in your message.',
  detailNoted: 'Kept.',
  groupNotice:
    'Hello. To keep the affairs of enterprises private I do not talk in groups. Please write to me directly: each matter gets a number, a person in charge and a time by which it is answered.',
  unhandled: '[message that could not be handled]',
  failed:
    'Sorry, something went wrong with your last message. It was kept for our technicians; please send it again or call 19009299.',
  left: 'Cancelled. Nothing was sent.',
  nothingToLeave: 'No form is open at the moment.',

  askDescription:
    'Please describe the problem: what is happening, the declaration number, the customs office. You may add pictures or files. Type *cancel* to stop.',
  askQuestion: 'What would you like to ask? Write it here and the officer on duty will answer. Type *cancel* to stop.',
  askReport:
    'Please describe what happened: when, where, who, what. *Only internal control can read it.* Type *cancel* to stop.',
  filesReceived: (count) => (count === 1 ? 'One file received.' : `${count} files received.`),
  reportNotice:
    'Please note: this message is a *report*. It does not replace a formal complaint (within 90 days, Law on Complaints, Art. 9) or a denunciation (signed or in person, Law on Denunciations, Art. 22).',

  card: (facts) =>
    [
      facts.kind === 'report' ? '*Report* (read by internal control only)' : '*Your problem*',
      ...(facts.enterpriseName === null ? [] : [`• Enterprise: ${facts.enterpriseName}`]),
      `• What: ${facts.description === '' ? 'missing' : facts.description}`,
      `• Declaration: ${facts.declarationNo ?? 'unknown'}`,
      `• Customs office: ${facts.officeIsAmbiguous ? 'please choose (port area 3 or the whole Region III?)' : (facts.officeName ?? 'unknown')}`,
      ...(facts.kind === 'report'
        ? []
        : [
            `• Subject: ${facts.categoryLabel ?? 'unknown'}`,
            `• Urgent: ${facts.urgent ? `yes, ${facts.urgentBecause ?? 'goods are held at the port'}` : 'no'}`,
          ]),
      ...(facts.fileCount > 0 ? [`• Files: ${facts.fileCount}`] : []),
      '',
      `Answered by: ${facts.unitName}.`,
      ...(facts.dueAt === null
        ? undetermined(facts.minutes)
        : [
            `If you send it now, you have an answer *${when(facts.dueAt, facts.now, facts.zone)}* (${sayDuration(facts.minutes * minute, language)}).`,
          ]),
      '',
      'Please check: press *Send*, press what is to be corrected, or write more.',
    ].join('\n'),
  cardSend: 'Send',
  cardDescription: 'Rewrite',
  cardDeclaration: 'Declaration',
  cardOffice: 'Office',
  cardCategory: 'Subject',
  cardUrgent: 'Mark urgent',
  cardNotUrgent: 'Not urgent',
  cardIsIssue: 'This is a problem, not a report',
  cardLeave: 'Cancel',
  askFor: {
    description: 'Please write the whole problem again.',
    declaration: 'Please write the declaration number (12 digits).',
    office: 'Please choose or write the customs office.',
    category: 'Please choose the nearest subject.',
  },
  notADeclaration:
    'A declaration number has 12 digits and begins with 1 (import), 3 (export) or 5 (transport). Please check, or press *Skip*.',
  officeIsAmbiguous: '“Area 3” may be Hải Phòng port area 3 or the whole of Region III. Please choose.',
  wholeRegion: 'Whole Region III',
  notAnOffice: 'I do not know this office. Please choose from the list.',
  skip: 'Skip',
  otherCategories: 'Other…',
  descriptionMissing: 'Please tell us what the problem is before sending.',

  receipt: (facts) =>
    [
      facts.kind === 'report' ? 'Your report is registered.' : 'Your problem is registered.',
      '',
      `Case: *${facts.reference}*`,
      ...(facts.enterpriseName === null ? [] : [`Enterprise: ${facts.enterpriseName}`]),
      ...(facts.kind === 'report'
        ? ['Read by: internal control, not by the officer you named.']
        : [
            `In charge: ${facts.officer === null ? `officer on duty, ${facts.unitName}` : `${facts.officer.name}, ${facts.officer.title}, ${facts.unitName}`}`,
          ]),
      ...(facts.dueAt === null
        ? undetermined(facts.minutes)
        : [
            `Answer due: *${when(facts.dueAt, facts.now, facts.zone)}* (${sayDuration(facts.minutes * minute, language)})`,
          ]),
      '',
      'If we are late, the case climbs to the next level by itself and you are told. Reply to this message to add text or files.',
      ...(facts.isVerified
        ? []
        : [
            `You are not linked to an enterprise yet, so the case is marked *unverified*.${facts.kind === 'report' ? '' : ` ${linkingEn.howToVerify}`}`,
          ]),
    ].join('\n'),

  noCases: 'You have no cases here yet.',
  cases: (lines, now, zone) =>
    ['*Your cases*', ...lines.map((line) => `• ${caseLine(line, now, zone)}`), '', 'Choose one to see it.'].join('\n'),
  older: 'Older',
  caseView: (view, now, zone) =>
    [
      `*${view.reference}* – ${stateNames[view.state]}`,
      ...(view.openedBy === null ? [] : [`Sent by: ${view.openedBy}`]),
      `What: ${view.description}`,
      `In charge: ${view.responsible}`,
      ...(view.dueAt === null || view.state !== 'open' ? [] : [dueLine(view.dueAt, now, zone)]),
      ...(view.lastReply === null
        ? ['No answer yet.']
        : [`Latest answer (${sayInstant(view.lastReply.at, now, zone, language)}): ${view.lastReply.text}`]),
    ].join('\n'),
  addToCase: 'Add to it',
  solved: 'Solved',
  notSolved: 'Not solved',
  askForHigher: 'Ask the level above',
  raised: (raised, now, zone) =>
    [
      `*${raised.reference}* was raised to ${raised.nowWith === '' ? 'the next level' : raised.nowWith} at your request.`,
      ...(raised.dueAt === null ? [] : [`Answer due: *${when(raised.dueAt, now, zone)}*.`]),
      'Please write what you are not content with in the answer.',
    ].join('\n'),
  notRaised: {
    notAnsweredAtThisLevel: (reference) =>
      `The level that has *${reference}* has not answered yet, so it cannot be raised on request. If it does not answer in time, the case is raised by itself.`,
    alreadyAskedAtThisLevel: (reference) =>
      `*${reference}* was raised at your request and this level has not answered yet. You may ask once at each level, after its answer.`,
    alreadyAtTheTop: (reference) =>
      `*${reference}* is at the highest level. If you disagree with the answer, you keep the right to a formal complaint.`,
    caseIsClosed: (reference) => `Case *${reference}* is closed. If it is not solved, press *Not solved* to reopen it.`,
  },
  noSuchCase: 'There is no such case among yours.',
  addNow: (reference) => `Please send what you want to add to *${reference}*. Type *cancel* to stop.`,
  added: (reference) => `Added to *${reference}*; the officer in charge was told.`,
  closedCannotAdd: (reference) =>
    `Case *${reference}* is closed. If it is not solved, press *Not solved* to reopen it.`,
  whichCase: 'Which case does this belong to?',
  newIssue: 'A new problem',
  thanksForConfirming: (reference) => `Thank you for confirming. Case *${reference}* is closed.`,
  goesOn: (reference) =>
    `Noted: *${reference}* is not solved, and the officer in charge was told. Please write what is still missing.`,
  tooLateToReopen: (reference) =>
    `Case *${reference}* was closed more than 7 working days ago and cannot be reopened. Please send a new problem.`,
  notNow: (reference) => `Case *${reference}* is not at this step.`,

  notices: {
    officerReplied: (notice) =>
      [
        `*Answer to ${notice.reference}*`,
        notice.text,
        '',
        `– ${notice.officerTitle}, ${notice.unitName}`,
        ...(notice.asks ? ['', 'The officer is waiting for more from you. Please reply to this message.'] : []),
      ].join('\n'),
    resolved: (notice) =>
      [
        `*Answer to ${notice.reference}*`,
        ...(notice.text === null ? ['The officer says that the problem is solved.'] : [notice.text]),
        '',
        `– ${notice.officerTitle}, ${notice.unitName}`,
        '',
        `Is it solved for you? Without an answer the case closes after ${notice.silenceDays} working days.`,
      ].join('\n'),
    promiseBroken: (notice, now, zone) =>
      [
        `*Our apologies* – ${notice.reference}`,
        `We promised an answer ${when(notice.brokenDueAt, now, zone)} and did not keep it.`,
        `The case was raised to ${notice.nowWith === '' ? 'the next level' : notice.nowWith}.`,
        ...(notice.newDueAt === null ? [] : [`New time: *${when(notice.newDueAt, now, zone)}*.`]),
      ].join('\n'),
    handedOver: (notice) => `Case *${notice.reference}* was passed to ${notice.unitName}.`,
    transferred: (notice, now, zone) =>
      [
        `Case *${notice.reference}* was passed to ${notice.unitName}. You need not send anything again.`,
        ...(notice.dueAt === null ? [] : [`Due: *${when(notice.dueAt, now, zone)}*.`]),
      ].join('\n'),
    raisedByOfficer: (notice, now, zone) =>
      [
        `Case *${notice.reference}* is beyond the powers of the officer in charge and was raised to ${notice.nowWith === '' ? 'the next level' : notice.nowWith}.`,
        ...(notice.newDueAt === null ? [] : [`Answer due: *${when(notice.newDueAt, now, zone)}*.`]),
      ].join('\n'),
    resultAwaited: (notice) =>
      `Case *${notice.reference}* waits for a result from ${notice.from}. We go on and tell you once it is there.`,
    interim: (notice, now, zone) =>
      [
        `*Our apologies, and a new date* – ${notice.reference}`,
        notice.text,
        `New date: *${when(notice.newDueAt, now, zone)}*.`,
        '',
        `– ${notice.officerTitle}, ${notice.unitName}`,
      ].join('\n'),
    merged: (notice) =>
      `Case *${notice.reference}* is the same matter as *${notice.into}* and goes on there, by the deadlines of *${notice.into}*. What you sent is kept.`,
    closedBySilence: (notice) =>
      `Case *${notice.reference}* was closed because we did not hear from you. You can reopen it within ${notice.reopenDays} working days.`,
  },
};

const stateNames = {
  open: 'being worked on',
  awaitingEnterprise: 'waiting for you',
  awaitingResult: 'waiting for a specialised result',
  resolved: 'answered, please confirm',
  closed: 'closed',
  merged: 'merged',
};

function caseLine(line: CaseLine, now: Date, zone: string): string {
  const due = line.dueAt !== null && line.state === 'open' ? `, ${dueLine(line.dueAt, now, zone)}` : '';
  const from = line.openedBy === null ? '' : ` (sent by ${line.openedBy})`;
  return `*${line.reference}* – ${stateNames[line.state]}${due}${from}`;
}

// Promised, but in a year whose calendar is not approved: the amount is said, the date is not made up.
function undetermined(minutes: number): string[] {
  if (minutes === 0) return [];
  return [
    `Time to answer: ${sayDuration(minutes * minute, language)}. The exact date cannot be given yet: next year's working calendar is not approved.`,
  ];
}

function dueLine(dueAt: Date, now: Date, zone: string): string {
  return dueAt.getTime() < now.getTime()
    ? `overdue since ${sayInstant(dueAt, now, zone, language)}`
    : `answer due ${when(dueAt, now, zone)}`;
}
