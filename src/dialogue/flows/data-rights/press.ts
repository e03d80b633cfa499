import type { Turn } from '../../turn.ts';
import { askToDelete, deleteOwnData, exportOwnData, keepOwnData, showOwnData, withdrawOwnConsent } from './own-data.ts';

/** A button about the person's own data: what stands behind "data:" in its value. */
export async function pressOnData(turn: Turn, wish: string): Promise<void> {
  switch (wish) {
    case 'export':
      return exportOwnData(turn);
    case 'delete':
      return askToDelete(turn);
    case 'delete-yes':
      return deleteOwnData(turn);
    case 'keep':
      return keepOwnData(turn);
    case 'withdraw':
      return withdrawOwnConsent(turn);
    default:
      return showOwnData(turn);
  }
}
