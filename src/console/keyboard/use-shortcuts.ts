import { useEffect, useRef } from 'react';
import { readStored } from '../stored.ts';

export const shortcutsOffKey = 'shortcutsOff';

// The second key of "g i" follows so soon, and means nothing by itself then.
const prefix = 'g';
const sequenceMs = 1_000;
let newest: { key: string; atMs: number } | null = null;
let before: { key: string; atMs: number } | null = null;
let isWatching = false;

/**
 * Single keys, and pairs as "g i", while nobody is typing and no dialog is open. People who speak to their machine can
 * switch them off (WCAG 2.1.4), which is read at each press.
 */
export function useShortcuts(shortcuts: Record<string, () => void>): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;

  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const isSecond = before?.key === prefix && event.timeStamp - before.atMs < sequenceMs;
      const act = latest.current[isSecond ? `${prefix} ${event.key}` : event.key];
      if (act === undefined || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.defaultPrevented || isBusy(event.target) || readStored(shortcutsOffKey) !== null) return;
      event.preventDefault();
      act();
    }
    watchKeys();
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

// Once for the page, and ahead of everybody who acts on a key.
function watchKeys(): void {
  if (isWatching) return;
  isWatching = true;
  const options = { capture: true };
  document.addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      before = newest;
      newest = { key, atMs: timeStamp };
    },
    options,
  );
}

function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // The dialog in which the key was pressed has closed by it, and it means nothing besides.
  if (!target.isConnected) return true;
  const typing = 'input:not([type="checkbox"]), textarea, select';
  if (target.isContentEditable || target.closest(typing) !== null) return true;
  return document.querySelector('[role="dialog"], [role="menu"]') !== null;
}
