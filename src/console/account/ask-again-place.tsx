import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { isAsked, onAsked } from './ask-again.ts';

const AskAgainDialog = lazy(async () => ({ default: (await import('./ask-again-dialog.tsx')).AskAgainDialog }));

/** Where the password is asked for once more; the dialog is loaded with the first question and stays. */
export function AskAgainPlace() {
  const isOpen = useSyncExternalStore(onAsked, isAsked, isAsked);
  const [wasOpen, setWasOpen] = useState(false);
  useEffect(() => {
    if (isOpen) setWasOpen(true);
  }, [isOpen]);

  if (!wasOpen) return null;
  return (
    <Suspense fallback={null}>
      <AskAgainDialog />
    </Suspense>
  );
}
