export type Container = { containerNo: string; hasValidCheckDigit: boolean };

const written = /(?<![\p{L}\d])([a-z]{3})[ -]?([ujz])[ -]?(\d{6})[ -]?(\d)(?!\d)/giu;

/** The container numbers in a text, in order, without spaces. A wrong check digit is reported, not refused. */
export function findContainers(text: string): readonly Container[] {
  return [...text.matchAll(written)].map(([, owner = '', kind = '', serial = '', digit = '']) => {
    const containerNo = `${owner}${kind}${serial}${digit}`.toUpperCase();
    return { containerNo, hasValidCheckDigit: checkDigit(containerNo.slice(0, 10)) === Number(digit) };
  });
}

// ISO 6346: letters count from 10 upwards leaving out multiples of 11, weights double, the remainder 10 is written 0.
function checkDigit(firstTen: string): number {
  const sum = [...firstTen].reduce((total, sign, place) => total + numberFor(sign) * 2 ** place, 0);
  return (sum % 11) % 10;
}

function numberFor(sign: string): number {
  if (/\d/.test(sign)) return Number(sign);
  const place = sign.charCodeAt(0) - 'A'.charCodeAt(0);
  return 10 + place + Math.floor((place + 9) / 10);
}
