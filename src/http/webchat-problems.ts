import type { Context } from 'hono';
import type { UploadOutcome } from '../channel/webchat/uploads.ts';
import type { ProblemView } from './views.ts';

type Status = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429;

export function refuseFile(context: Context, because: Extract<UploadOutcome, { ok: false }>['because']): Response {
  if (because === 'tooLarge') return tooLarge(context);
  if (because === 'empty') return problem(context, 400, 'emptyFile', 'Tệp không có nội dung.');
  return problem(
    context,
    415,
    'fileNotAccepted',
    'Loại tệp này chưa được hỗ trợ. Anh/chị có thể gửi ảnh (PNG, JPG, WEBP, GIF), PDF, Word, Excel, ZIP, TXT hoặc CSV.',
  );
}

export function tooLarge(context: Context): Response {
  return problem(context, 413, 'tooLarge', 'Nội dung quá lớn: mỗi tệp tối đa 10 MB, mỗi tin nhắn tối đa 20.000 ký tự.');
}

export function tooMany(context: Context, waitSeconds: number): Response {
  context.header('retry-after', String(waitSeconds));
  return problem(context, 429, 'tooMany', `Anh/chị gửi hơi nhanh. Vui lòng thử lại sau ${waitSeconds} giây.`);
}

/** RFC 9457; `detail` is shown to the person as it stands. */
export function problem(context: Context, status: Status, code: string, detail: string): Response {
  const body: ProblemView = { type: 'about:blank', title: code, status, code, detail };
  return context.json(body, status, { 'content-type': 'application/problem+json' });
}
