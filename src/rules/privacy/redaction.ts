/** Why words were removed. A code and not free text: the ledger keeps it for ever. */
export const redactionReasons = ['requested', 'personalData', 'secret', 'mistaken'] as const;
/** `retention`: nobody asked, its time was over. */
export type RedactionReason = (typeof redactionReasons)[number] | 'retention';

export const reasonsForRedaction: Record<RedactionReason, string> = {
  requested: 'theo yêu cầu của người gửi',
  personalData: 'có dữ liệu cá nhân của người khác',
  secret: 'có bí mật nhà nước hoặc bí mật kinh doanh',
  mistaken: 'gửi nhầm',
  retention: 'hết thời hạn lưu',
};

/** What stands where words were removed. */
export const removedWords = '[Nội dung đã được gỡ]';

// Shorter words ("vâng, cảm ơn") are everybody's; that they stand somewhere else does not make that a copy.
const shortestOwnWords = 12;
// A copy may be cut off after some hundred characters.
const beginningCharacters = 40;

/** Whether `text` repeats one of `words`, whole or from the beginning. White space and the form of diacritics do not count. */
export function repeats(text: string, words: readonly string[]): boolean {
  const said = plain(text);
  return words
    .map(plain)
    .some((each) =>
      each.length < shortestOwnWords ? each !== '' && said === each : said.includes(each.slice(0, beginningCharacters)),
    );
}

/** Every text inside a value that came as JSON. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
