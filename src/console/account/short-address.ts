/** An address as people write it: without the zeros of the long form. Null for the computer on which the desk runs. */
export function shortAddress(address: string): string | null {
  const inUrl = `http://[${address}]`;
  const short = URL.canParse(inUrl) ? new URL(inUrl).hostname.slice(1, -1) : address;
  return short === '::1' || short.startsWith('127.') ? null : short;
}
