import { queryOptions } from '@tanstack/react-query';
import type { RemindersView } from '../../http/reminder-routes.ts';
import { answerOf, done, v1 } from '../data/api.ts';

export type Reminder = RemindersView[number];

export const remindersQuery = queryOptions({
  queryKey: ['reminders'],
  queryFn: (): Promise<RemindersView> => answerOf(v1['case-reminders'].$get()),
});

export async function remindMe(reference: string, remindAt: string, note: string): Promise<void> {
  const json = { remindAt, note: note === '' ? null : note };
  await done(v1.cases[':reference'].reminder.$put({ param: { reference }, json }));
}

export async function dropReminder(reference: string): Promise<void> {
  await done(v1.cases[':reference'].reminder.$delete({ param: { reference } }));
}
