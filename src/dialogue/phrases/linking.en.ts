import type { ContactRole } from '../../rules/linking/represented.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { sayInstant } from '../../rules/working-time/say-when.ts';
import type { linkingVi } from './linking.vi.ts';

const roles: Record<ContactRole, string> = { owner: 'manager', staff: 'staff', broker: 'customs broker' };

/** `linking.vi.ts` in English. */
export const linkingEn: typeof linkingVi = {
  roles,
  howToVerify: 'To verify your enterprise, type the code printed on the letter from customs or press the button below.',
  verify: 'Verify my enterprise',
  ways: (canVouch) =>
    [
      '*Verifying your enterprise* – choose one way:',
      '• A letter from customs: type the code on it (like DN-XXXX-XXXX-XXXX) right here, or scan its QR code.',
      ...(canVouch ? ['• A telephone number registered with customs: type /phone and press the button.'] : []),
      '• Papers for an officer to look at: press *Verify my enterprise* or type /verify.',
    ].join('\n'),

  linked: (enterprise, taxCode, role) =>
    [
      `Verified. You speak for *${enterprise}* (tax code ${taxCode}) as ${roles[role]}.`,
      'Cases from now on are marked verified. Type /enterprise to see this, change it or end it.',
    ].join('\n'),
  wrongCode:
    'This code is wrong, used, expired or revoked. Please check each letter; if it still fails, type /verify and an officer looks at your papers.',
  tooManyCodes: (until, now, zone) =>
    `Too many wrong attempts. To keep enterprises safe, codes and tax codes are taken again from ${sayInstant(until, now, zone, 'en')}. Meanwhile you can report problems here as usual or call 19009299.`,
  officersChat:
    "This chat is linked to an officer's account and cannot speak for an enterprise. The code is still unused.",
  consentFirst:
    'To verify your enterprise we have to keep your display name and this chat. Do you agree? (The code you typed is held until you answer.)',

  askTaxCode:
    'Please send the *tax code* of the enterprise (10 digits, or 10 and 3 of a dependent unit). Type *cancel* to stop.',
  notATaxCode: 'A tax code has 10 digits, 13 (dependent unit) or 12 (person, household). Please send it again.',
  unknownTaxCode: (taxCode, hasWrongCheckDigit) =>
    [
      `No enterprise with the tax code ${taxCode} is on the list of Regional Customs III.`,
      hasWrongCheckDigit
        ? 'Its check digit does not fit, so it may be mistyped: please look again.'
        : 'Please check and send it again.',
      'You can report problems unverified as well: type *cancel* and write to us.',
    ].join(' '),
  representedAlready: (enterprise) => `You are verified as speaking for *${enterprise}* already.`,
  askProof: (taxCode, isAsked) =>
    [
      isAsked
        ? `A request for tax code ${taxCode} is waiting for an officer. You can add papers:`
        : `Tax code ${taxCode}. For an officer to verify you, please send:`,
      '• a picture of a letter of introduction or authorisation, or a business card;',
      '• a few words on what you do for the enterprise.',
      'Please send *no picture of an ID card*. When done, press *Send request*.',
    ].join('\n'),
  sendProof: 'Send request',
  leave: 'Cancel',
  proofMissing: 'Please send a picture of your papers or a few words first.',
  proofReceived: (count) =>
    `Received ${count === 1 ? 'one message' : `${count} messages`}. Send more, or press *Send request*.`,
  asked:
    'Your request is with the officers. We tell you the result here. Meanwhile your cases are taken, marked unverified.',
  addedToRequest: 'Added to the request that is waiting. We tell you the result here.',

  whichOfPhone: (count) => `This number is registered by ${count} enterprises. Which one do you speak for?`,
  allOfThem: 'All of them',

  own: (represented, present) =>
    [
      '*Your enterprises*',
      ...represented.map(
        ({ enterpriseId, name, taxCode, role, sharesCases }) =>
          `• ${name} (tax code ${taxCode}) – ${roles[role]}${enterpriseId === present ? ', *in use*' : ''}${sharesCases ? '; everybody sees its cases' : ''}`,
      ),
      '',
      represented.length > 1
        ? 'Choose the one for what you write next. Cases sent before keep their enterprise.'
        : 'Who sees cases: by default everybody sees only their own.',
    ].join('\n'),
  ownNone: 'You are not linked to an enterprise yet.',
  nowFor: (enterprise) => `From now on you speak for *${enterprise}*.`,
  share: 'Everybody sees all cases',
  doNotShare: 'Only own cases',
  people: 'Who speaks for it',
  quit: 'Stop speaking for it',
  nowShared: (enterprise) =>
    `From now on everybody who speaks for *${enterprise}* sees its cases and can add to them. Reports about officers are never shared.`,
  nowNotShared: (enterprise) => `From now on everybody who speaks for *${enterprise}* sees only their own cases.`,
  onlyOwners: 'Only a manager of the enterprise can change this.',
  noSuchEnterprise: 'This enterprise is not among yours.',
  peopleOf: (enterprise, lines, zone) =>
    [
      `*Who speaks for ${enterprise}*`,
      ...lines.map(
        ({ name, role, since }) => `• ${name ?? 'no name'} – ${roles[role]}, since ${localDate(since, zone)}`,
      ),
      '',
      'Choose somebody to end it for them.',
    ].join('\n'),
  unnamed: 'no name',
  surelyRevoke: (name, enterprise) =>
    `End it for *${name}* to speak for *${enterprise}*? They no longer see its cases; open ones go to a manager.`,
  revoke: 'End it',
  revoked: (name) => `*${name}* no longer speaks for the enterprise.`,
  nobodyElse: (enterprise) => `Nobody but you speaks for *${enterprise}*.`,
  surelyLeave: (enterprise) =>
    `Stop speaking for *${enterprise}*? Open cases stay with it; you no longer see them, and what you write is unverified.`,
  whichToLeave: 'Which enterprise do you stop speaking for?',
  left: (enterprise) =>
    `You no longer speak for *${enterprise}*. Thank you. You can ask and report problems here as before.`,

  forWhich: 'Which enterprise is this for?',
  more: 'More…',
  notAmongOwn: 'I do not find this among your enterprises. Please choose one, or send its tax code.',
  cardEnterprise: 'Enterprise',

  notices: {
    linkApproved: ({ enterprise, role, validUntil }, zone) =>
      [
        `An officer has verified you: you speak for *${enterprise}* as ${roles[role]}${validUntil === null ? '' : `, until the end of ${localDate(new Date(validUntil.getTime() - 1), zone)}`}.`,
        'Cases from now on are marked verified. Type /enterprise to see this.',
      ].join('\n'),
    linkRefused: ({ taxCode, because }) =>
      [
        `We are sorry: your request for tax code ${taxCode} was not accepted.`,
        `Reason: ${because}`,
        'You can send papers again with /verify. Your problems are taken as before.',
      ].join('\n'),
    linkEnded: ({ enterprise, because, actsFor }) =>
      [
        because === 'expired'
          ? `Your time of speaking for *${enterprise}* is over.`
          : `You no longer speak for *${enterprise}* here.`,
        'Open cases stay with the enterprise. Thank you for working with customs.',
        actsFor === null
          ? 'You can still ask and report problems here, marked unverified. If this is a mistake, type /verify or call 19009299.'
          : `From now on you speak for *${actsFor}*.`,
      ].join('\n'),
    casesPassedOn: ({ enterprise, references }) =>
      `Whoever sent these cases no longer speaks for *${enterprise}*. Officers write to you about them from now on: ${references.join(', ')}. Type /hoso to see them.`,
  },
};
