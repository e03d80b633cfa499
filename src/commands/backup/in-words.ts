/** What went wrong, for whoever typed the command: in Vietnamese, with what to do, and without what was in a row. */
export function inWords(fault: unknown): Error {
  if (!(fault instanceof Error)) return new Error(String(fault));
  // A query that failed carries its values; only the server's own sentence is shown.
  if (fault.cause instanceof Error && fault.message.startsWith('Failed query')) return inWords(fault.cause);
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : null;
  if (code === null) return fault;
  const sentence = (words: string) => new Error(words, { cause: fault });
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return sentence('Ổ đĩa đã đầy. Hãy giải phóng dung lượng hoặc chọn ổ khác rồi chạy lại; chưa có gì thay đổi.');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return sentence(
        `Không có quyền đọc hoặc ghi${pathOf(fault)}. Hãy chạy lệnh bằng tài khoản vẫn chạy Đồng Hành, hoặc đổi quyền của thư mục.`,
      );
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'CONNECT_TIMEOUT':
    case '28P01':
    case '3D000':
      return sentence(
        'Không kết nối được với cơ sở dữ liệu. Hãy kiểm tra DATABASE_URL và xem máy chủ PostgreSQL có đang chạy không.',
      );
    default:
      return fault.name === 'PostgresError' || code.startsWith('CONNECTION_')
        ? sentence(`Cơ sở dữ liệu báo lỗi: ${fault.message} (${code}). Chưa có gì thay đổi; có thể chạy lại.`)
        : fault;
  }
}

function pathOf(fault: Error): string {
  return 'path' in fault && typeof fault.path === 'string' ? ` ${fault.path}` : '';
}
