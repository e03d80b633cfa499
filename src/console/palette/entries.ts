import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { sessionQuery } from '../data/queries.ts';
import { openNext } from '../inbox/step-focus.ts';
import { useRailItems } from '../shell/rail-items.ts';
import { usePaletteWords } from './palette-words.ts';

/** One line of the palette. */
export interface Entry {
  id: string;
  group: string;
  label: string;
  detail?: string;
  act: () => void;
}

/** Where one can go and what one can do without searching. */
export function useEntries(): Entry[] {
  const words = usePaletteWords();
  const navigate = useNavigate();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { reference } = useParams({ strict: false });
  const page = (id: string, label: string, act: () => void): Entry => ({ id, group: words.pages, label, act });
  const deed = (id: string, label: string, act: () => void): Entry => ({ id, group: words.actions, label, act });
  const known = [
    page('mine', words.go.mine, () => void navigate({ to: '/cases', search: { box: 'mine' } })),
    page('unassigned', words.go.unassigned, () => void navigate({ to: '/cases', search: { box: 'unassigned' } })),
    page('overdue', words.go.overdue, () => void navigate({ to: '/cases', search: { box: 'all', overdue: true } })),
    page('alerts', words.go.alerts, () => void navigate({ to: '/alerts' })),
    page('library', words.go.library, () => void navigate({ to: '/library' })),
  ];
  const named = new Set(['/cases', '/alerts', '/library']);
  const others = useRailItems(session).filter(({ to }) => !named.has(to));
  const pages = [...known, ...others.map(({ to, label }) => page(to, label, () => void navigate({ to })))];
  if (reference === undefined) return pages;
  return [
    deed('reply', words.reply, () => pressLater('r')),
    deed('note', words.note, () => pressLater('n')),
    deed('label', words.label, () => pressLater('l')),
    deed('next', words.next, openNext),
    ...pages,
  ];
}

// The palette is a dialog, and single keys rest while one is open.
function pressLater(key: string): void {
  setTimeout(() => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })), 350);
}
