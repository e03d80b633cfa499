import { useMutation, useQueryClient } from '@tanstack/react-query';
import { caseQuery } from '../data/queries.ts';
import { labelCase } from './data.ts';

/** Puts labels on one case and takes them off, one after the other, so that the last answer is the newest. */
export function useLabelCase(reference: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, isOn }: { id: number; isOn: boolean }) => labelCase(reference, id, isOn),
    scope: { id: `labels of ${reference}` },
    onSuccess: (after) => {
      queryClient.setQueryData(caseQuery(reference).queryKey, after);
      return queryClient.invalidateQueries({ queryKey: ['cases'] });
    },
  });
}
