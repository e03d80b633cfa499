/**
 * By which a file is recognised when it is announced again. Of a reference with a `#` in it only what stands behind that
 * stays the same.
 */
export function fileIdentity(ref: string): string {
  return ref.slice(ref.lastIndexOf('#') + 1);
}
