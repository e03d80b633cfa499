/** A size as people read it. */
export function inMegabytes(bytes: number): string {
  const megabytes = bytes / 1024 ** 2;
  if (megabytes < 0.1) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${megabytes < 10 && !Number.isInteger(megabytes) ? megabytes.toFixed(1).replace('.', ',') : Math.round(megabytes)} MB`;
}
