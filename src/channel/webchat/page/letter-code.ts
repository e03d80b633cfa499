const parameter = 'ma';
const longest = 40;

/** The code of the letter whose link opened this page; null for a page opened otherwise. */
export function letterCode(): string | null {
  const code = new URL(location.href).searchParams.get(parameter)?.trim().slice(0, longest) ?? '';
  return code === '' ? null : code;
}

/** Takes the code out of the address: it is said once, and nobody who copies the address passes it on. */
export function takeLetterCode(): string | null {
  const code = letterCode();
  if (code === null) return null;
  const address = new URL(location.href);
  address.searchParams.delete(parameter);
  history.replaceState(history.state, '', address);
  return code;
}
