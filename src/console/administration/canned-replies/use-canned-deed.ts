import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cannedRepliesQuery } from '../../thread/beside.ts';

/** Something done to a canned reply; afterwards the page and the composer read anew. */
export function useCannedDeed<Input, Output>(deed: (input: Input) => Promise<Output>, done: (output: Output) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: async (output) => {
      await queryClient.invalidateQueries({ queryKey: cannedRepliesQuery.queryKey });
      done(output);
    },
  });
}
