import { lazy, Suspense, useState } from 'react';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';

const KeyboardHelp = lazy(async () => ({ default: (await import('./keyboard-help.tsx')).KeyboardHelp }));

/** The question mark opens the table of keys, which is loaded with the first press. */
export function KeyboardHelpKey() {
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  useShortcuts({
    '?': () => {
      setOpened(true);
      setOpen(true);
    },
  });

  if (!wasOpened) return null;
  return (
    <Suspense fallback={null}>
      <KeyboardHelp isOpen={isOpen} close={() => setOpen(false)} />
    </Suspense>
  );
}
