import { QueryClient } from '@tanstack/react-query';
import type { APIRequestContext } from 'playwright-core';
import { createConsoleRouter } from '../../src/console/router.tsx';

/** Whose console a page is looked at in: by the name before the @ of the demonstration's people. */
const people = {
  officer: 'lan.pham',
  head: 'tuan.tran',
  leader: 'hung.do',
  control: 'oanh.ta',
  administrator: 'bao.dang',
} as const;

export type Person = keyof typeof people;

export function emailOf(person: Person): string {
  return `${people[person]}@haiquan.example`;
}

const managers: readonly Person[] = ['leader', 'head'];

/** Who opens which page, the one whose day it belongs to first. By the address as the router knows it. */
const openedBy: Record<string, readonly Person[]> = {
  '/cases': ['officer', 'leader', 'administrator'],
  '/cases/$reference': ['officer', 'control'],
  '/account': ['officer'],
  '/alerts': ['head', 'officer'],
  '/today': managers,
  '/wall': managers,
  '/compliance': managers,
  '/troubles': ['administrator'],
  '/links': ['leader', 'head', 'administrator'],
  '/enterprises': ['leader', 'administrator'],
  '/api-keys': ['administrator'],
  '/data-requests': ['administrator'],
  '/assistant': ['administrator'],
  '/library': ['officer'],
  '/library/$code': ['officer', 'administrator'],
  '/library/$code/changes': ['leader'],
  '/library/changes': ['officer'],
  '/library/look-ups': ['leader'],
  '/library/drafts': ['leader'],
  '/library/drafts/$id': ['leader'],
  '/verifications': ['control', 'leader'],
  '/verifications/$reference': ['control'],
  '/corrective-actions': ['control', 'head'],
  '/oversight/views': ['control'],
  '/ratings': ['leader', 'officer'],
  '/ratings/me': ['officer'],
  '/ratings/flags': ['control'],
};

/** Who opens the page; administrators what is below their menu, and whatever nobody thought of here. */
export function openersOf(path: string): readonly Person[] {
  return openedBy[path] ?? ['administrator'];
}

/** Every address of the console that asks for a sign-in, as the router itself knows them. */
export function consolePaths(): string[] {
  const { routesByPath } = createConsoleRouter(new QueryClient());
  return Object.keys(routesByPath).filter((path) => !['/', '/sign-in', '/invitation'].includes(path));
}

/** The address with its parameters filled from what the person finds in the demonstration. */
export async function addressOf(path: string, request: APIRequestContext, url: string): Promise<string> {
  const first = async (list: string, field: string): Promise<string> => {
    const body: unknown = await (await request.get(`${url}/api/v1/${list}`)).json();
    const items: unknown = Array.isArray(body) ? body : (body as { items: unknown }).items;
    const [item] = items as Record<string, unknown>[];
    if (item === undefined) throw new Error(`The demonstration has nothing in ${list} to open ${path} with`);
    return String(item[field]);
  };
  if (path === '/cases') return '/cases?box=all';
  if (path.startsWith('/cases/')) return path.replace('$reference', await first('cases?box=all', 'reference'));
  if (path.startsWith('/verifications/'))
    return path.replace('$reference', await first('verifications?box=open', 'reference'));
  if (path === '/library/$code/changes') {
    const version = await first('appendices/PL01/versions', 'versionId');
    return `/library/PL01/changes?from=${version}&to=${version}`;
  }
  if (path.endsWith('/$id')) return path.replace('$id', await first('appendix-drafts', 'id'));
  return path.replace('$code', 'PL01');
}
