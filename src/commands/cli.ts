import { Command } from 'commander';
import { createAdmin } from './create-admin.ts';

const program = new Command('cli').description('Đồng Hành – lệnh quản trị');

program
  .command('create-admin')
  .description('Tạo tài khoản quản trị để đăng nhập lần đầu (mật khẩu được tạo và in ra một lần)')
  .requiredOption('--email <email>', 'địa chỉ đăng nhập')
  .requiredOption('--name <name>', 'họ và tên')
  .option('--unit <name>', 'tên đơn vị gốc, dùng khi cơ cấu tổ chức còn trống', 'Chi cục Hải quan khu vực III')
  .action(createAdmin);

try {
  await program.parseAsync();
  process.exit(0);
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
}
