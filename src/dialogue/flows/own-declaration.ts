import { declarantAmong } from '../../store/represented.ts';
import type { Turn } from '../turn.ts';
import { represented } from './linking/represented.ts';

/**
 * The office of a declaration of one of the person's own enterprises. Somebody else's declaration tells nothing, not even
 * that it exists.
 */
export async function officeOfOwnDeclaration(turn: Turn, declarationNo: string | null): Promise<string | null> {
  if (declarationNo === null) return null;
  const ids = (await represented(turn)).map(({ enterpriseId }) => enterpriseId);
  return (await declarantAmong(turn.act.tx, ids, declarationNo))?.officeCode ?? null;
}
