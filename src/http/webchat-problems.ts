import type { Context } from 'hono';
import type { UploadOutcome } from '../channel/webchat/uploads.ts';
import { HttpProblem } from './problems.ts';

export function malformedRequest(): HttpProblem {
  return new HttpProblem(400, 'malformed', 'Yêu cầu không đọc được.');
}

export function fileRefused(because: Extract<UploadOutcome, { ok: false }>['because']): HttpProblem {
  switch (because) {
    case 'tooLarge':
      return tooLarge();
    case 'empty':
      return new HttpProblem(400, 'emptyFile', 'Tệp không có nội dung.');
    case 'notAccepted':
      return new HttpProblem(
        415,
        'fileNotAccepted',
        'Loại tệp này chưa được hỗ trợ. Anh/chị có thể gửi ảnh (PNG, JPG, WEBP, GIF), PDF, Word, Excel, ZIP, TXT hoặc CSV.',
      );
  }
}

export function tooLarge(): HttpProblem {
  return new HttpProblem(413, 'tooLarge', 'Nội dung quá lớn: mỗi tệp tối đa 10 MB, mỗi tin nhắn tối đa 20.000 ký tự.');
}

export function tooMany(context: Context, waitSeconds: number): HttpProblem {
  context.header('retry-after', String(waitSeconds));
  return new HttpProblem(429, 'tooMany', `Anh/chị gửi hơi nhanh. Vui lòng thử lại sau ${waitSeconds} giây.`);
}
