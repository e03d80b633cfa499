import { Command } from 'commander';
import { backup } from './backup.ts';
import { createAdmin } from './create-admin.ts';
import { exportCorrections } from './export-corrections.ts';
import { generate } from './generate.ts';
import { importFile } from './import.ts';
import { importAppendix } from './import-appendix.ts';
import { restore } from './restore.ts';
import { standIn } from './stand-in.ts';
import { trainUnderstanding } from './train-understanding.ts';
import { verifyAudit } from './verify-audit.ts';

const program = new Command('cli').description('Đồng Hành – lệnh quản trị');

program
  .command('create-admin')
  .description('Tạo tài khoản quản trị để đăng nhập lần đầu (mật khẩu được tạo và in ra một lần)')
  .requiredOption('--email <email>', 'địa chỉ đăng nhập')
  .requiredOption('--name <name>', 'họ và tên')
  .option('--unit <name>', 'tên đơn vị gốc, dùng khi cơ cấu tổ chức còn trống', 'Chi cục Hải quan khu vực III')
  .action(createAdmin);

program
  .command('verify-audit')
  .description('Kiểm tra các sổ kiểm toán: dòng bị sửa, xóa, đảo hoặc cắt; thoát với mã 1 và nêu dòng hỏng đầu tiên')
  .option('--roots <dir>', 'thư mục giữ các tệp gốc hằng ngày (mặc định: DATA_DIR/audit)')
  .action(verifyAudit);

program
  .command('backup')
  .description(
    'Sao lưu toàn bộ dữ liệu và tệp vào một thư mục mới, cả khi hệ thống đang chạy; bản sao chứa dữ liệu cá nhân và bí mật đăng nhập',
  )
  .argument('<dir>', 'thư mục mới hoặc trống')
  .action(backup);

program
  .command('restore')
  .description('Khôi phục một bản sao lưu vào một cài đặt mới, chưa ai dùng; hệ thống phải dừng trong lúc đó')
  .argument('<dir>', 'thư mục của bản sao lưu')
  .action(restore);

program
  .command('train-understanding')
  .description('Huấn luyện lại mô hình hiểu câu hỏi từ các câu mẫu trong mã nguồn (vài phút, kết quả luôn như nhau)')
  .option('--out <file>', 'ghi mô hình ra tệp khác')
  .option('--leave-out <style>', 'thay vì ghi mô hình, chấm một cách viết (hoặc all) bằng mô hình chưa từng thấy nó')
  .option('--eval <file>', 'tệp câu hỏi để chấm khi dùng --leave-out')
  .action(trainUnderstanding);

program
  .command('export-corrections')
  .description('Ghi các câu mà người dùng đã sửa cách hiểu (đã bỏ số và tên) thành câu mẫu để đọc lại rồi huấn luyện')
  .argument('<file>', 'tệp để ghi')
  .action(exportCorrections);

program
  .command('import')
  .description(
    'Nhập doanh nghiệp, thỏa thuận, hiệp hội, tờ khai hoặc cơ cấu tổ chức từ tệp CSV hay XLSX; nhập lại cùng một tệp không đổi gì',
  )
  .argument('<noun>', 'enterprises, agreements, associations, declarations hoặc organisation')
  .argument('[file]', 'tệp cần nhập')
  .option('--dry-run', 'chỉ cho biết sẽ thay đổi gì, không ghi')
  .option('--rejected <file>', 'ghi các dòng bị loại kèm dòng, cột và lý do vào tệp này')
  .option('--template <file>', 'ghi tệp mẫu để điền (.xlsx hoặc .csv) thay vì nhập')
  .action(importFile)
  // What stands behind "appendix" is for it, though some names are the same.
  .enablePositionalOptions()
  .command('appendix')
  .description('Nhập một phụ lục từ tệp Markdown, Word .docx hoặc PDF có chữ thành bản thảo')
  .argument('<file>', 'tệp cần nhập')
  .option('--dry-run', 'chỉ cho biết cấu trúc nhận ra được, không ghi')
  .option('--publish', 'ban hành ngay, chỉ khi phụ lục chưa có phiên bản nào')
  .option('--code <code>', 'mã phụ lục, như PL11')
  .option('--title <title>', 'tên phụ lục')
  .option('--label <label>', 'tên phiên bản')
  .option('--from <day>', 'ngày có hiệu lực, như 2026-12-01')
  .option('--signed', 'văn bản đã ký, không phải bản minh họa')
  .action(importAppendix);

program
  .command('generate')
  .description(
    'Tạo dữ liệu giả của một năm (đơn vị, doanh nghiệp, thỏa thuận, hiệp hội, tờ khai) thành các tệp để nhập',
  )
  .argument('<dir>', 'thư mục để ghi các tệp')
  .option('--seed <n>', 'cùng một số cho cùng một dữ liệu', '1')
  .option('--size <size>', 'full: 17.447 doanh nghiệp và 1,77 triệu tờ khai; small: một phần trăm', 'full')
  .action(generate);

program
  .command('stand-in')
  .description('Chạy một Telegram hoặc Zalo giả lập trên máy này để thử hệ thống (dành cho lập trình viên)')
  .argument('<platform>', 'telegram hoặc zalo')
  .option('--port <port>', 'cổng của nền tảng giả lập', '4300')
  .option('--app <url>', 'địa chỉ của hệ thống, nơi Zalo giả lập giao tin đến', 'http://localhost:3000')
  .action(standIn);

try {
  await program.parseAsync();
  process.exit();
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
}
