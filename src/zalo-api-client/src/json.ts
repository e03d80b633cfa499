/**
 * Parses JSON so that integers beyond 2^53 become strings with all their digits, as Zalo's ids sometimes arrive bare.
 * Text that is not JSON gives `undefined`.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, keepDigits);
  } catch {
    return undefined;
  }
}

function keepDigits(_key: string, value: unknown, { source }: { source?: string } = {}): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value) || source === undefined) return value;
  return /^-?\d+$/.test(source) ? source : value;
}
