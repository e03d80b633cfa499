import { type ReactNode, useEffect, useState } from 'react';

// Where the browser does not say when it has nothing to do, as on iPhones.
const patienceMs = 1_500;

/** Calls `act` once the page stands and the browser has nothing more urgent. Returns the way to give it up. */
export function onceIdle(act: () => void): () => void {
  if (typeof window.requestIdleCallback !== 'function') {
    const timer = setTimeout(act, patienceMs);
    return () => clearTimeout(timer);
  }
  const wish = window.requestIdleCallback(act, { timeout: patienceMs });
  return () => window.cancelIdleCallback(wish);
}

/** What nobody sees at first and need not wait for: rendered after everything else. */
export function WhenIdle({ children }: { children: ReactNode }) {
  const [isTime, setTime] = useState(false);
  useEffect(() => onceIdle(() => setTime(true)), []);
  return isTime ? children : null;
}
