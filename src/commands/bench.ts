import { Command } from 'commander';
import { benchAudit } from './bench/audit.ts';
import type { Bench } from './bench/bench.ts';
import { benchCalendar } from './bench/calendar.ts';
import { benchConsole } from './bench/console.ts';
import { benchDelivery } from './bench/delivery.ts';
import { benchEscalation } from './bench/escalation.ts';
import { benchFaults } from './bench/faults.ts';
import { benchGaming } from './bench/gaming.ts';
import { benchInbound } from './bench/inbound.ts';
import { benchInvitations } from './bench/invitations.ts';
import { benchLookup } from './bench/lookup.ts';
import { benchScale } from './bench/scale.ts';

const benches: Record<string, Bench> = {
  audit: benchAudit,
  inbound: benchInbound,
  calendar: benchCalendar,
  console: benchConsole,
  escalation: benchEscalation,
  delivery: benchDelivery,
  faults: benchFaults,
  gaming: benchGaming,
  lookup: benchLookup,
  scale: benchScale,
  invitations: benchInvitations,
};

const program = new Command('bench')
  .description('Đo tốc độ của hệ thống cạnh mốc so sánh, trong cùng một lần chạy')
  .argument('<name>', `một trong: ${Object.keys(benches).join(', ')}`)
  .option('--json', 'dòng cuối là JSON')
  .option('--size <size>', 'small để xem nhanh', 'full')
  .option('--consoles <count>', 'số trang làm việc cùng mở (console)', Number)
  .action(async (name: string, options: { json?: boolean; size: string; consoles?: number }) => {
    const bench = benches[name];
    if (bench === undefined) return program.error(`Không có phép đo "${name}". Có: ${Object.keys(benches).join(', ')}`);
    const figures = await bench({
      size: options.size === 'small' ? 'small' : 'full',
      say: (line) => console.log(line),
      consoles: options.consoles,
    });
    if (options.json === true) console.log(JSON.stringify(figures));
    else for (const [figure, value] of Object.entries(figures)) console.log(`  ${figure}: ${value}`);
  });

await program.parseAsync();
process.exit(0);
