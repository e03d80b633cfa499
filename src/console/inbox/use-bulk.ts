import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkDeed, BulkOutcome } from '../../http/bulk-routes.ts';
import { doToMany } from './inbox-api.ts';

/** Which cards are chosen, and what is done to them. What was refused stays chosen, so that it can be tried otherwise. */
export function useBulk() {
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const doing = useMutation({
    mutationFn: ({ references, deed }: { references: readonly string[]; deed: BulkDeed }) => doToMany(references, deed),
    onSuccess: (told, { deed }) => {
      // A mark or a label is seen on the card; nothing needs to be told.
      const isSeen = deed.kind === 'mark' || deed.kind === 'label';
      setOutcome(isSeen && told.refused.length === 0 ? null : told);
      setChosen((before) => new Set([...before].filter((reference) => !told.done.includes(reference))));
      for (const key of ['cases', 'counts', 'marks', 'savedFilters', 'case', 'beside'])
        void queryClient.invalidateQueries({ queryKey: [key] });
    },
  });

  return {
    chosen,
    outcome,
    error: doing.error,
    isBusy: doing.isPending,
    choose(reference: string, isChosen: boolean): void {
      setChosen((before) => {
        const after = new Set(before);
        if (isChosen) after.add(reference);
        else after.delete(reference);
        return after;
      });
    },
    clear(): void {
      setChosen(new Set());
      setOutcome(null);
      doing.reset();
    },
    /** To the chosen ones, or to these. */
    act(deed: BulkDeed, references: readonly string[] = [...chosen]): void {
      doing.mutate({ references, deed });
    },
  };
}
