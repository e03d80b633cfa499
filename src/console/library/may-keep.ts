import type { SessionView } from '../../http/views.ts';

/** Who proposes, corrects and publishes; the server checks it again. */
export function mayKeepLibrary(role: SessionView['officer']['role']): boolean {
  return role === 'administrator' || role === 'unitHead' || role === 'departmentLeader';
}
