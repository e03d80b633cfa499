/** The text with every secret blanked out, also in the encoded form it has inside an address. */
export function redact(text: string, secrets: readonly (string | undefined)[]): string {
  return secrets.reduce<string>((clean, secret) => {
    if (secret === undefined || secret === '') return clean;
    return clean.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***');
  }, text);
}
