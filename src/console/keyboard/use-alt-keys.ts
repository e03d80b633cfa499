import { useEffect, useRef } from 'react';

/** Alt with a letter, also while typing. By the key's place: with Alt some keyboards write another sign. */
export function useAltKeys(keys: Record<string, () => void>): void {
  const latest = useRef(keys);
  latest.current = keys;

  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const act = latest.current[event.code.replace(/^Key/u, '').toLowerCase()];
      if (act === undefined || document.querySelector('[role="dialog"]') !== null) return;
      event.preventDefault();
      act();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
