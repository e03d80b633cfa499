const vietnam = '84';

/**
 * A telephone number as digits with its country code, so that `0912 345 678`, `+84912345678` and `84912345678` are one.
 * A number that begins with a single 0 is a Vietnamese one. Null when there are fewer than 8 digits or more than 15.
 */
export function phoneDigits(written: string): string | null {
  const digits = written.replace(/\D/gu, '').replace(/^00/u, '');
  const whole = digits.startsWith('0') ? vietnam + digits.slice(1) : digits;
  return /^[1-9]\d{7,14}$/u.test(whole) ? whole : null;
}
