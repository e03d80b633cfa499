/** With which nonce this page may add styles; undefined where the page is served without one, as while developing. */
export function styleNonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined;
}
