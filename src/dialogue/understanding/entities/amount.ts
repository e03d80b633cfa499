const currency =
  '(?:đồng|đ(?=[\\s.,;)?!]|$)|dong|vnd|vnđ|usd|eur|jpy|krw|cny|rmb|won|yên|yen|tệ|đô|do la|đô la|euro|원|달러|위안|엔)';
const called =
  '(?:trị giá|tri gia|giá trị|gia tri|tổng giá|tong gia|số tiền|so tien|tổng tiền|tong tien|tiền thuế|tien thue|tiền|amount|value|total|worth|금액|가격)';

const amounts = [
  new RegExp(String.raw`(?<![\p{L}\d.,])\d+(?:[ .,]\d{3})*(?:,\d+)? ?${currency}(?!\p{L})`, 'giu'),
  new RegExp(
    String.raw`(?<=(?<!\p{L})${called}(?: (?:là|la|lô|lo|hàng|hang|khoảng|khoang|of|is|nợ|no|thuế|thue))?:? )\d{1,3}(?:[ .,]?\d{3}){2,5}(?![\d])`,
    'giu',
  ),
];

/** The text with amounts of money blanked out: twelve digits of them would pass for a declaration. */
export function withoutAmounts(text: string): string {
  return amounts.reduce((left, amount) => left.replace(amount, (written) => ' '.repeat(written.length)), text);
}
