import { startApp } from '../app.ts';
import { movableClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { demonstrationSignIns } from '../demonstration/sign-ins.ts';
import { runUntilStopped } from '../run-until-stopped.ts';
import { buildPages } from './build-pages.ts';

/** The whole product on embedded parts, with a department to try it on. */
await runUntilStopped(async () => {
  const say = (line: string) => console.log(line);
  const config = readConfig({ LOG_LEVEL: 'warn', ...process.env });
  const staticPages = await buildPages(say);
  say('Đang khởi động cơ sở dữ liệu và dữ liệu minh họa …');
  const app = await startApp({ config, demonstration: { clock: movableClock() }, staticPages });

  say('');
  say('Đồng Hành – bản minh họa (dữ liệu hư cấu, phụ lục minh họa)');
  say(`  Doanh nghiệp nhắn tin tại   ${app.url}/chat`);
  say(`  Cán bộ làm việc tại         ${app.url}/console`);
  for (const { email, password, why } of demonstrationSignIns) say(`    ${email.padEnd(28)} ${password}   ${why}`);
  say(
    `  Đẩy thời gian               curl -X POST ${app.url}/demo/clock -H 'content-type: application/json' -d '{"advanceWorkingMinutes":120}'`,
  );
  say('');
  say(`ready ${app.url}`);
  return app;
});
