import { Command } from 'commander';
import { createAdmin } from './create-admin.ts';
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

try {
  await program.parseAsync();
  process.exit();
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
}
