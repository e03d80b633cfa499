import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Something an administrator does; afterwards every page of administration reads anew. */
export function useDeed<Input, Output>(deed: (input: Input) => Promise<Output>, done?: (output: Output) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: async (output) => {
      await queryClient.invalidateQueries({ queryKey: ['administration'] });
      done?.(output);
    },
  });
}
