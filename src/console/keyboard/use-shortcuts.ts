import { useEffect, useRef } from 'react';
import { readStored } from '../stored.ts';

export const shortcutsOffKey = 'shortcutsOff';

/**
 * Single keys, while nobody is typing and no dialog is open. People who speak to their machine can switch them off
 * (WCAG 2.1.4), which is read at each press.
 */
export function useShortcuts(shortcuts: Record<string, () => void>): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;

  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const act = latest.current[event.key];
      if (act === undefined || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isBusy(event.target) || readStored(shortcutsOffKey) !== null) return;
      event.preventDefault();
      act();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('input, textarea, select') !== null) return true;
  return document.querySelector('[role="dialog"], [role="menu"]') !== null;
}
