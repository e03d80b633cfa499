const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text as a line of COPY has it. */
export function copyText(text: string): string {
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, (each) => escapes[each] ?? each) : text;
}
