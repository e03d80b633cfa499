import { openAssistant } from '../../src/assistant/assistant.ts';
import { openNameDirectory } from '../../src/assistant/name-directory.ts';
import type { Assistant } from '../../src/assistant/port.ts';
import type { Desk } from '../../src/desk/act.ts';
import { allNames } from '../../src/store/assistant-cases.ts';
import { openRunKeeper } from '../../src/store/assistant-runs.ts';
import { assistantRuns } from '../../src/store/schema/assistant.ts';
import type { ModelStandIn } from './model-stand-in.ts';

/** The assistant as the product opens it, against the stand-in. Give `mostMilliseconds` where the endpoint never answers. */
export function assistantAt(
  desk: Pick<Desk, 'database' | 'clock' | 'zone'>,
  { url }: ModelStandIn,
  { mostMilliseconds = 400, dailyBudgetMicros = 5_000_000 } = {},
): Assistant & { dailyBudgetMicros: number } {
  const settings = {
    apiKey: 'khoa-thu',
    baseUrl: url,
    model: 'mo-hinh-thu',
    dailyBudgetMicros,
    priceMicros: { input: 0.4, output: 1.6 },
  };
  const keeper = openRunKeeper(desk.database.db, desk.zone);
  const directory = openNameDirectory(desk.clock, () => allNames(desk.database.db));
  return {
    ...openAssistant({ settings, keeper, clock: desk.clock, directory, mostMilliseconds }),
    dailyBudgetMicros,
  };
}

/** What became of every question so far, in order. */
export async function outcomesIn({ database: { db } }: Pick<Desk, 'database'>): Promise<string[]> {
  const rows = await db
    .select({ job: assistantRuns.job, outcome: assistantRuns.outcome })
    .from(assistantRuns)
    .orderBy(assistantRuns.id);
  return rows.map(({ job, outcome }) => `${job} ${outcome}`);
}
