/**
 * To an officer whom a note names. The reference stands in the second line on purpose: a reply to a message that names a
 * case in its first goes to the enterprise, and this one is between colleagues.
 */
export function mentionedText({ byName, reference }: { byName: string | null; reference: string }): string {
  return [
    `*${byName ?? 'Văn phòng'} nhắc đến anh/chị* trong một ghi chú nội bộ.`,
    `Vụ việc ${reference}. Ghi chú chỉ xem được trên bảng điều khiển, mục *Cảnh báo*.`,
  ].join('\n');
}
