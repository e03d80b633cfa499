import { useNavigate, useParams } from '@tanstack/react-router';
import { openNext } from '../inbox/step-focus.ts';
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
  const { reference } = useParams({ strict: false });
  const page = (id: string, label: string, act: () => void): Entry => ({ id, group: words.pages, label, act });
  const deed = (id: string, label: string, act: () => void): Entry => ({ id, group: words.actions, label, act });
  const pages = [
    page('mine', words.go.mine, () => void navigate({ to: '/cases', search: { box: 'mine' } })),
    page('unassigned', words.go.unassigned, () => void navigate({ to: '/cases', search: { box: 'unassigned' } })),
    page('overdue', words.go.overdue, () => void navigate({ to: '/cases', search: { box: 'all', overdue: true } })),
    page('alerts', words.go.alerts, () => void navigate({ to: '/alerts' })),
    page('library', words.go.library, () => void navigate({ to: '/library' })),
  ];
  if (reference === undefined) return pages;
  return [
    deed('reply', words.reply, () => pressLater('r')),
    deed('note', words.note, () => pressLater('n')),
    deed('next', words.next, openNext),
    ...pages,
  ];
}

// The palette is a dialog, and single keys rest while one is open.
function pressLater(key: string): void {
  setTimeout(() => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })), 350);
}
