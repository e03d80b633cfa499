import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UnderstandingView } from '../../http/understanding-routes.ts';
import type { CheckedField } from '../../rules/case/events.ts';
import type { CategoryCode } from '../../rules/identity/categories.ts';
import { answerOf, v1 } from '../data/api.ts';
import { caseQuery } from '../data/queries.ts';
import { useCategoryOf } from '../language/category-of.ts';

export type UnderstoodField = UnderstandingView['fields'][number];

/** Below the key of the case, so that whatever changes the case reads it anew. */
export function understandingQuery(reference: string) {
  return queryOptions({
    queryKey: ['case', reference, 'understanding'],
    queryFn: (): Promise<UnderstandingView> =>
      answerOf(v1.cases[':reference'].understanding.$get({ param: { reference } })),
  });
}

/** What was understood, its categories in the language of the console; nothing before it is read. */
export function useUnderstanding(reference: string): UnderstandingView | undefined {
  const { data } = useQuery(understandingQuery(reference));
  const categoryOf = useCategoryOf();
  if (data === undefined) return undefined;
  const { fields, choices } = data;
  return {
    ...data,
    fields: fields.map((each) => {
      const { field, value, label } = each;
      return field !== 'category' || value === null ? each : { ...each, label: categoryOf(value, label ?? value) };
    }),
    choices: {
      ...choices,
      category: choices.category.map(({ value, label }) => ({ value, label: categoryOf(value, label) })),
    },
  };
}

/** Tells what was looked at: each field with what it is. */
export function useCheck(reference: string, done: () => void = () => undefined) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (values: Partial<Record<CheckedField, string | null>>) => {
      const { category, ...others } = values;
      // The codes come from the list that the server offers.
      const json = { ...others, ...(category == null ? {} : { category: category as CategoryCode }) };
      return answerOf(v1.cases[':reference'].understanding.$post({ param: { reference }, json }));
    },
    onSuccess: (after) => {
      queryClient.setQueryData(caseQuery(reference).queryKey, after);
      void queryClient.invalidateQueries({ queryKey: understandingQuery(reference).queryKey });
      done();
    },
  });
}
