import { NotPermitted } from '../../errors.ts';
import { mayKeepLibrary } from '../../rules/visibility/may-keep-library.ts';
import { officerById } from '../../store/organisation.ts';
import type { Act } from '../act.ts';

export interface Keeper {
  /** Null for a program or a command: it may propose, and is nobody's second person. */
  id: number | null;
  name: string;
}

/** The person, program or command that proposes. */
export async function proposing({ tx, by }: Act): Promise<Keeper> {
  if (by.kind === 'officer') return keeperActing({ tx, by }, 'đề xuất phiên bản phụ lục');
  if (by.kind === 'apiKey') return { id: null, name: `khóa API ${by.name}` };
  if (by.kind === 'schedule') return { id: null, name: 'dòng lệnh quản trị' };
  throw new NotPermitted('đề xuất phiên bản phụ lục');
}

/** The person who corrects, publishes or withdraws. A program or key never does. */
export async function keeperActing(
  { tx, by }: Pick<Act, 'tx' | 'by'>,
  doing: string,
): Promise<Keeper & { id: number }> {
  if (by.kind !== 'officer') throw new NotPermitted(doing);
  const officer = await officerById(tx, by.officerId);
  if (officer === null || !officer.active || !mayKeepLibrary(officer.role)) throw new NotPermitted(doing);
  return { id: by.officerId, name: officer.name };
}
