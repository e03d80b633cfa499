/**
 * Small things kept in this browser. Where the browser refuses storage they last until the page closes; where there is no
 * browser, as on the server that draws a page, there are none.
 */

const memory = new Map<string, string>();

export function readStored(key: string): string | null {
  if (typeof document === 'undefined') return null;
  try {
    return localStorage.getItem(key);
  } catch {
    return memory.get(key) ?? null;
  }
}

/** An empty text or null removes the entry. */
export function writeStored(key: string, value: string | null): void {
  try {
    if (value === null || value === '') localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    memory.set(key, value ?? '');
  }
}

/** Forgets every entry whose key begins so. */
export function forgetStored(prefix: string): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    memory.clear();
  }
}
