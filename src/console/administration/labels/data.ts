import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InferRequestType } from 'hono/client';
import { answerOf, done, v1 } from '../../data/api.ts';

export type LabelWords = InferRequestType<(typeof v1)['labels']['$post']>['json'];

/** Adds one where there is no id, changes it otherwise. */
export async function saveLabel({ id, ...json }: LabelWords & { id: number | null }): Promise<void> {
  if (id === null) await answerOf(v1.labels.$post({ json }));
  else await done(v1.labels[':id'].$put({ param: { id: String(id) }, json }));
}

export async function retireLabel(id: number): Promise<void> {
  await done(v1.labels[':id'].$delete({ param: { id: String(id) } }));
}

/** Something done to a label; afterwards whatever shows labels reads anew. */
export function useLabelDeed<Input>(deed: (input: Input) => Promise<void>, after: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: async () => {
      await Promise.all(['labels', 'cases', 'case'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
      after();
    },
  });
}
