import type { PartLanguage } from './part.ts';

interface Facts {
  name: string;
  bytes: number;
  /** Where the file can be had for some days; null where we have no public address. */
  link: string | null;
}

/** What a person reads in the place of a file that Zalo does not carry. */
export function fileElsewhere({ name, bytes, link }: Facts, language: PartLanguage): string {
  const size = sizeIn(bytes, language);
  if (language === 'en') {
    return link === null
      ? `The file “${name}” (${size}) cannot be sent over Zalo. Please answer here and we will find another way to get it to you.`
      : `The file “${name}” (${size}) cannot be sent over Zalo. You can open it here within 7 days: ${link}`;
  }
  if (language === 'ko') {
    return link === null
      ? `“${name}” 파일(${size})은 Zalo로 보낼 수 없습니다. 여기에 답장해 주시면 다른 방법으로 전달해 드리겠습니다.`
      : `“${name}” 파일(${size})은 Zalo로 보낼 수 없습니다. 7일 안에 여기에서 여실 수 있습니다: ${link}`;
  }
  return link === null
    ? `Tệp “${name}” (${size}) không gửi được qua Zalo. Quý doanh nghiệp vui lòng nhắn lại tại đây để chúng tôi chuyển tệp bằng cách khác.`
    : `Tệp “${name}” (${size}) không gửi được qua Zalo. Anh/chị mở tệp tại đây trong vòng 7 ngày: ${link}`;
}

function sizeIn(bytes: number, language: PartLanguage): string {
  const unit = bytes >= 1024 * 1024 ? { by: 1024 * 1024, name: 'MB' } : { by: 1024, name: 'KB' };
  const amount = Math.max(0.1, bytes / unit.by);
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(amount)} ${unit.name}`;
}
