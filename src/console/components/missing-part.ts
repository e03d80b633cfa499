// What Chromium, Firefox and Safari say of a script that they could not fetch, and our loader of a style.
const words =
  /dynamically imported module|Importing a module script failed|Unable to preload CSS|is not a valid JavaScript MIME type/iu;

/** Whether a later part of the page could not be fetched: it went with an update, or the connection broke. */
export function isPartMissing(error: unknown): boolean {
  return error instanceof Error && words.test(error.message);
}
