/**
 * A Vietnamese number in the form Zalo wants, `84` and then nine or ten digits. Accepts `0…`, `84…`, `+84…`, `0084…`
 * and nine bare digits, with any punctuation; anything else is undefined.
 */
export function normalizePhone(given: string): string | undefined {
  const digits = given.replace(/[\s().+-]/g, '').replace(/^00/, '');
  const national = nationalPart(digits);
  return /^[1-9]\d{8,9}$/.test(national) ? `84${national}` : undefined;
}

function nationalPart(digits: string): string {
  if (digits.startsWith('0')) return digits.slice(1);
  return digits.startsWith('84') && digits.length > 10 ? digits.slice(2) : digits;
}
