import { useNavigate } from '@tanstack/react-router';
import { useShortcuts } from './use-shortcuts.ts';

/** The keys that work on every page: where to go. */
export function GoTo() {
  const navigate = useNavigate();
  useShortcuts({
    'g i': () => void navigate({ to: '/cases', search: {} }),
    'g e': () => void navigate({ to: '/alerts' }),
  });
  return null;
}
