/** An idempotency key. `crypto.randomUUID` is missing where the desk is served without TLS inside an agency's network. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
