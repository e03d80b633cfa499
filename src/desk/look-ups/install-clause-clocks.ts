import type { CaseKind, ClockKind, Level } from '../../rules/case/words.ts';
import { hasClauseClocks, insertClauseClocks } from '../../store/promise-figures.ts';
import type { Act } from '../act.ts';

interface Timed {
  address: string;
  clock: ClockKind;
  caseKinds: readonly CaseKind[];
  level?: Level;
  urgent?: boolean;
}

const matters = ['issue', 'question'] as const;

// What the shipped texts promise and the shipped policies time (`rules/escalation/defaults.ts`).
const shipped: readonly Timed[] = [
  { address: 'PL01 Điều 4 khoản 2', clock: 'acknowledge', caseKinds: matters },
  { address: 'PL01 Điều 6 khoản 1', clock: 'firstResponse', caseKinds: matters, level: 1, urgent: false },
  { address: 'PL01 Điều 6 khoản 2', clock: 'firstResponse', caseKinds: matters, level: 2 },
  { address: 'PL01 Điều 6 khoản 3', clock: 'firstResponse', caseKinds: matters, level: 3 },
  { address: 'PL01 Điều 6 khoản 5', clock: 'firstResponse', caseKinds: matters, level: 1, urgent: true },
  { address: 'PL07 Điều 4 khoản 2', clock: 'acknowledge', caseKinds: ['report'] },
  { address: 'PL07 Điều 4 khoản 2', clock: 'firstResponse', caseKinds: ['report'] },
  { address: 'PL07 Điều 5 khoản 1', clock: 'resolution', caseKinds: ['report'] },
  { address: 'PL08 Điều 6 khoản 1', clock: 'acknowledge', caseKinds: ['verification'] },
  { address: 'PL08 Điều 6 khoản 1', clock: 'firstResponse', caseKinds: ['verification'] },
  { address: 'PL08 Điều 6 khoản 1', clock: 'resolution', caseKinds: ['verification'] },
];

/** Ties the clauses of the shipped texts to the clocks that time them. Does nothing once any clause is tied. */
export async function installClauseClocks({ tx }: Act): Promise<void> {
  if (await hasClauseClocks(tx)) return;
  await insertClauseClocks(
    tx,
    shipped.map(({ level, urgent, ...timed }) => ({ ...timed, level: level ?? null, urgent: urgent ?? null })),
  );
}
