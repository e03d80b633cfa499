import { queryOptions } from '@tanstack/react-query';
import type { LabelView } from '../../http/label-routes.ts';
import type { CaseDetail } from '../../http/views.ts';
import { answerOf, v1 } from '../data/api.ts';

/** The labels that the officer may put on cases, and those that are retired. */
export const labelsQuery = queryOptions({
  queryKey: ['labels'],
  queryFn: (): Promise<LabelView[]> => answerOf(v1.labels.$get()),
  staleTime: 60_000,
});

/** Puts a label on a case or takes it off; done twice it is done once. */
export function labelCase(reference: string, id: number, isOn: boolean): Promise<CaseDetail> {
  const place = { param: { reference, id: String(id) } };
  const endpoint = v1.cases[':reference'].labels[':id'];
  return answerOf(isOn ? endpoint.$put(place) : endpoint.$delete(place));
}
