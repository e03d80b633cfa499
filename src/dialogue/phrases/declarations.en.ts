import type { DeclarationState, RiskChannel } from '../../rules/declarations/declaration.ts';
import type { StatutoryClock } from '../../rules/declarations/statutory-clock.ts';
import type { StepName } from '../../rules/routing/step-in-question.ts';
import { sayDuration } from '../../rules/working-time/say-duration.ts';
import { sayInstant } from '../../rules/working-time/say-when.ts';
import type { declarationsVi } from './declarations.vi.ts';

const states: Record<DeclarationState, string> = {
  registered: 'registered',
  inspecting: 'under inspection',
  released: 'goods released',
  stored: 'goods brought to storage',
  cleared: 'cleared',
  cancelled: 'cancelled',
};

const channels: Record<RiskChannel, string> = { green: 'green', yellow: 'yellow', red: 'red' };

const steps: Record<StepName, string> = {
  registered: 'registered',
  documentCheck: 'documents checked',
  physicalInspection: 'goods inspected',
  channelChange: 'channel changed',
  released: 'goods released',
  stored: 'goods brought to storage',
  cleared: 'cleared',
};

const limits: Record<StatutoryClock['of'], string> = {
  documentCheck:
    '*Time limit running*: document check, within 2 working hours of receiving the full dossier (Customs Law 54/2014/QH13, Article 23.2.a).',
  physicalInspection:
    '*Time limit running*: physical inspection, within 8 working hours of all goods being presented; at most 2 days more for large or complex consignments (Customs Law 54/2014/QH13, Article 23.2.b).',
};

/** `declarations.vi.ts` in English. */
export const declarationsEn: typeof declarationsVi = {
  view: ({ declaration, enterpriseName, officeName, clock, now, zone }) => {
    const { number, officeCode, typeCode, channel, state, stateAt, steps: log } = declaration;
    const say = (at: Date) => sayInstant(at, now, zone, 'en');
    return [
      `*Declaration ${number}*`,
      ...(enterpriseName === null ? [] : [`• Enterprise: ${enterpriseName}`]),
      ...(officeCode === null ? [] : [`• Office: ${officeName ?? 'customs office'} (${officeCode})`]),
      ...(typeCode === null ? [] : [`• Type: ${typeCode}`]),
      `• Channel: ${channel === null ? 'not known yet' : channels[channel]}`,
      `• State: ${states[state]}, since ${say(stateAt)}`,
      ...(log.length === 0 ? [] : ['', '*Steps on record*']),
      ...log.map(({ step, at, team }) => `• ${steps[step]}${team == null ? '' : ` (${team})`}: ${say(new Date(at))}`),
      ...(clock === null ? [] : ['', limits[clock.of], ...standing(clock, now, zone)]),
    ].join('\n');
  },
  none: 'This declaration is not among those of the enterprise you speak for. Please check its 12 digits; one registered just now may not be here yet. If your enterprise is not verified yet, type /verify.',
  list: (rows, now, zone) =>
    [
      '*Declarations of your enterprise*, newest first:',
      ...rows.map(
        ({ number, channel, state, stateAt }) =>
          `• ${number}${channel === null ? '' : `, ${channels[channel]} channel`}: ${states[state]}, since ${sayInstant(stateAt, now, zone, 'en')}`,
      ),
      '',
      'Press a number to see it, or type /declaration and the number.',
    ].join('\n'),
  whichEnterprise: 'The declarations of which enterprise?',
  others: 'Other declarations',
};

const beginnings: Record<StatutoryClock['since'], string> = {
  registered: 'registration',
  channelChange: 'the change of channel',
  documentCheck: 'the document check',
};

const complete: Record<StatutoryClock['of'], string> = {
  documentCheck: 'the dossier was complete',
  physicalInspection: 'all goods had been presented',
};

function standing({ counted, since, sinceAt, of }: StatutoryClock, now: Date, zone: string): string[] {
  if (counted === null)
    return ['The time passed cannot be told: the working calendar of this year is not approved yet.'];
  const { usedMilliseconds, dueAt, isCounting } = counted;
  const limit = dueAt > now ? `the limit is ${sayInstant(dueAt, now, zone, 'en')}` : 'the limit has passed';
  return [
    `Since ${beginnings[since]} (${sayInstant(sinceAt, now, zone, 'en')}), ${sayDuration(usedMilliseconds, 'en')} have passed; if ${complete[of]} by then, ${limit}.`,
    ...(isCounting ? [] : ['It is outside working hours, so no time is counted now.']),
  ];
}
