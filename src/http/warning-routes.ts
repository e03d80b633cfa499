import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { calendarWarnings } from '../desk/calendars/calendar-warnings.ts';
import { accountHealths } from '../store/channel-accounts.ts';
import type { Db } from '../store/database.ts';
import type { ApiEnv, HttpParts, Reader } from './api-env.ts';
import { type WarningsView, warningsSchema } from './calendar-views.ts';
import { isPermitted } from './permitted.ts';
import { json } from './view-schemas.ts';

const warnings = createRoute({
  method: 'get',
  path: '/warnings',
  summary: 'What has to be done before promises suffer',
  responses: { 200: json(warningsSchema, 'Empty for readers whom nothing concerns yet') },
});

export function warningRoutes({ desk }: Pick<HttpParts, 'desk'>) {
  const { ruleBook, zone } = desk;
  return new OpenAPIHono<ApiEnv>().openapi(warnings, async (context) => {
    const at = desk.clock.now();
    const { years, undeterminedCases } = await desk.database.db.transaction((tx) =>
      calendarWarnings({ tx, at, ruleBook, zone }),
    );
    // Those who can do something hear early; everybody else once promises really cannot be dated.
    const prepares = preparesTheYear(context.var.reader);
    const calendarYears = years
      .filter(({ standing, mattersFrom }) => prepares || (standing === 'missing' && mattersFrom <= at))
      .map((year) => ({ ...year, mattersFrom: year.mattersFrom.toISOString() }));
    const accounts = looksAfterAccounts(context.var.reader) ? await troubledAccounts(desk.database.db) : [];
    return context.json({ calendarYears, undeterminedCases: prepares ? undeterminedCases : 0, accounts }, 200);
  });
}

async function troubledAccounts(db: Db): Promise<WarningsView['accounts']> {
  return (await accountHealths(db)).flatMap(({ channel, account, state, whatToDo, endsAt, since }) =>
    state === 'working'
      ? []
      : { channel, account, state, whatToDo, endsAt: endsAt?.toISOString() ?? null, since: since.toISOString() },
  );
}

function looksAfterAccounts(reader: Reader): boolean {
  return isPermitted(reader, 'lookAfterDelivery');
}

function preparesTheYear(reader: Reader): boolean {
  return isPermitted(reader, 'approvePolicies');
}
