import { queryOptions } from '@tanstack/react-query';
import type { OfficerSignInView } from '../../../http/officer-sign-in-routes.ts';
import { answerOf, done, v1 } from '../../data/api.ts';

export type SignInState = 'none' | 'invited' | 'in';

/** How each officer gets in, by officer. */
export const signInsQuery = queryOptions({
  queryKey: ['administration', 'signIns'],
  queryFn: async (): Promise<ReadonlyMap<number, OfficerSignInView>> => {
    const rows: OfficerSignInView[] = await answerOf(v1['officer-sign-ins'].$get());
    return new Map(rows.map((row) => [row.officerId, row]));
  },
});

/** An invitation that waits counts for more than a way in that is there already: somebody is expected to use it. */
export function stateOf(signIn: OfficerSignInView | undefined): SignInState {
  if (signIn === undefined) return 'none';
  if (signIn.invitedUntil !== null) return 'invited';
  return signIn.hasPassword || signIn.isBound ? 'in' : 'none';
}

export async function revokeInvitation(id: number): Promise<void> {
  await done(v1.officers[':id'].invitations.$delete({ param: { id: String(id) } }));
}
