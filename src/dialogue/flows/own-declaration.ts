import { ownDeclaration } from '../../store/declarations.ts';
import type { Turn } from '../turn.ts';

/** The office of the person's own declaration. Somebody else's declaration tells nothing, not even that it exists. */
export async function officeOfOwnDeclaration(turn: Turn, declarationNo: string | null): Promise<string | null> {
  const enterpriseId = turn.contact?.enterpriseId ?? null;
  if (declarationNo === null || enterpriseId === null) return null;
  return (await ownDeclaration(turn.act.tx, enterpriseId, declarationNo))?.officeCode ?? null;
}
