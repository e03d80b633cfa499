const names = 'AANZ|AHK|AIFTA|AJ|AK|AI|VJ|VK|VC|VN-?CU|UKV|EAV|RCEP|CPTPP|EVFTA|UKVFTA|A|B|D|E|S|X|VI|AE';
const before = String.raw`(?:form|f\.|mẫu|mau|c ?[/.] ?o|\bco|원산지증명서|양식|certificates? of origin)`;
const written = new RegExp(
  String.raw`(?<![\p{L}\d])${before}[\s:.-]{0,2}(?:form|mẫu|mau)?[\s:.-]{0,2}["'“]?(${names})(?![\p{L}\d]|[/.][\p{L}\d])`,
  'iu',
);
const reversed = new RegExp(String.raw`(?<![\p{L}\d])(${names})(?:[ -]form)(?![\p{L}\d])`, 'iu');
const movement = /(?<![\p{L}\d])eur[ .-]?1(?![\p{L}\d])/iu;

/** The form of a certificate of origin: 'E', 'AK', 'EUR.1'. A bare letter counts only after form, mẫu or C/O. */
export function findCoForm(text: string): string | null {
  if (movement.test(text)) return 'EUR.1';
  const [, form] = written.exec(text) ?? reversed.exec(text) ?? [];
  if (form === undefined) return null;
  // "C/O a" is "C/O ạ", "mau e" is "mẫu, em …", "C/O ai" asks who: in small letters these need the word form before them.
  if (/^(?:a|e|ai|vi)$/.test(form) && !/form[\s:.-]{0,3}["'“]?(?:a|e|ai|vi)(?![\p{L}\d])/iu.test(text)) return null;
  // "co a" is "có ạ" and "co e" is "có em" unless the word form or a slash says otherwise.
  if (form.length === 1 && /(?<![\p{L}\d])co[\s]+\p{L}$/iu.test(text.slice(0, endOf(text, form)))) {
    return /CO [A-Z]/.test(text) && text !== text.toUpperCase() ? form.toUpperCase() : null;
  }
  return form.toUpperCase();
}

function endOf(text: string, form: string): number {
  const match = written.exec(text) ?? reversed.exec(text);
  return match === null ? 0 : match.index + match[0].lastIndexOf(form) + form.length;
}
