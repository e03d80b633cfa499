import type { DeclarationState, DeclarationStep, RiskChannel } from '../rules/declarations/declaration.ts';
import type { OfficeCode } from '../rules/identity/office-codes.ts';
import { minuteMilliseconds } from '../rules/working-time/working-day.ts';
import type { WorkingTime } from '../rules/working-time/working-time.ts';
import { emailOf } from './officers.ts';
import { workingBefore } from './working-before.ts';

export interface DemonstrationDeclaration {
  number: string;
  taxCode: string;
  office: OfficeCode;
  type: string;
  channel: RiskChannel;
  state: DeclarationState;
  registeredWorkingMinutesAgo: number;
}

type Row = readonly [string, OfficeCode, string, RiskChannel, DeclarationState, number];

/** Every state and channel occurs, and every enterprise has some. The cases speak of the ones they name. */
export const declarations: readonly DemonstrationDeclaration[] = [
  ...of(
    '0299101121',
    ['107812345670', '03NK', 'E11', 'green', 'cleared', 960],
    ['107845501230', '03NK', 'E11', 'yellow', 'cleared', 1700],
    ['307456120940', '03NK', 'E42', 'green', 'cleared', 700],
    ['107861204410', '03EE', 'A12', 'red', 'inspecting', 130],
  ),
  ...of(
    '0299102453',
    ['107861377820', '03EE', 'A11', 'yellow', 'registered', 110],
    ['307460018850', '03EE', 'B11', 'green', 'cleared', 520],
  ),
  ...of(
    '0299103714',
    ['107858842110', '03EE', 'A11', 'yellow', 'released', 780],
    ['107860094350', '03TG', 'A12', 'red', 'stored', 900],
    ['107857730061', '03TG', 'A11', 'yellow', 'cleared', 1450],
    ['107855219980', '03TG', 'A41', 'green', 'cancelled', 2400],
  ),
  ...of(
    '0299104884',
    ['107861255030', '03CC', 'A12', 'red', 'inspecting', 400],
    ['107850067720', '03CC', 'A12', 'yellow', 'cleared', 2300],
  ),
  ...of(
    '0299105341',
    ['307459911240', '03TG', 'B11', 'yellow', 'cleared', 800],
    ['107859020630', '03CE', 'A12', 'yellow', 'released', 1020],
  ),
  ...of(
    '0899106273',
    ['107860730150', '03PJ', 'E31', 'yellow', 'released', 620],
    ['107861402290', '03PJ', 'A12', 'green', 'cleared', 150],
  ),
  ...of(
    '0899107164',
    ['107849912040', '03PJ', 'A12', 'yellow', 'cleared', 2600],
    ['307461127730', '03EE', 'B11', 'green', 'cleared', 240],
  ),
  ...of(
    '0999108531',
    ['107856604180', '03PL', 'E21', 'green', 'cleared', 1600],
    ['307458806650', '03PL', 'E52', 'green', 'cleared', 900],
  ),
  ...of(
    '1099109647',
    ['307461360020', '03CD', 'B11', 'yellow', 'registered', 70],
    ['307455547710', '03CD', 'B11', 'green', 'cleared', 1900],
  ),
  ...of(
    '0299110373',
    ['107854430870', '03CC', 'G13', 'red', 'cleared', 2500],
    ['107860551690', '03EE', 'G13', 'yellow', 'stored', 760],
  ),
];

function of(taxCode: string, ...rows: readonly Row[]): DemonstrationDeclaration[] {
  return rows.map(([number, office, type, channel, state, registeredWorkingMinutesAgo]) => {
    return { number, taxCode, office, type, channel, state, registeredWorkingMinutesAgo };
  });
}

// Who looks at documents for the whole region, and who goes to the goods.
const documentOfficer = 'ha.vu';
const inspectors: Partial<Record<OfficeCode, string>> = { '03EE': 'kien.do', '03CC': 'huong.dao', '03TG': 'my.le' };

/** The step log as it would have arrived, in working time so that nobody inspects at midnight. Never empty. */
export function stepsOf(
  declaration: DemonstrationDeclaration,
  working: WorkingTime,
  presentAt: Date,
): [DeclarationStep, ...DeclarationStep[]] {
  const { channel, state, office, registeredWorkingMinutesAgo } = declaration;
  const registeredAt = workingBefore(working, presentAt, registeredWorkingMinutesAgo);
  function step(name: DeclarationStep['step'], minutes: number, login: string | null): DeclarationStep {
    const at = working.dueAfter(registeredAt, minutes * minuteMilliseconds).toISOString();
    return { step: name, at, officerEmail: login === null ? null : emailOf(login) };
  }

  const registered = { ...step('registered', 0, null), at: registeredAt.toISOString() };
  if (state === 'registered' || state === 'cancelled') return [registered];
  const steps: [DeclarationStep, ...DeclarationStep[]] = [registered];
  if (channel !== 'green') steps.push(step('documentCheck', 55, documentOfficer));
  if (state === 'inspecting') return steps;
  if (channel === 'red') steps.push(step('physicalInspection', 340, inspectors[office] ?? null));
  steps.push(step(state, channel === 'red' ? 410 : channel === 'yellow' ? 95 : 1, null));
  return steps;
}
