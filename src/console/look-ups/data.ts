import { infiniteQueryOptions } from '@tanstack/react-query';
import type { LookUpsView } from '../../http/look-up-routes.ts';
import { answerOf, done, v1 } from '../data/api.ts';

export type Repeated = LookUpsView['repeated'][number];

export const lookUpsQuery = infiniteQueryOptions({
  queryKey: ['lookUps'],
  queryFn: ({ pageParam }): Promise<LookUpsView> =>
    answerOf(v1['look-ups'].$get({ query: { before: pageParam === null ? undefined : String(pageParam) } })),
  initialPageParam: null as number | null,
  getNextPageParam: (page) => page.nextBefore,
});

export async function decide(
  { tokens, address }: Pick<Repeated, 'tokens' | 'address'>,
  question: string,
  accepted: boolean,
): Promise<void> {
  await done(v1['look-ups'].questions.$post({ json: { tokens, question, address, accepted } }));
}
