import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { sealDay } from '../../src/desk/audit/seal-day.ts';
import { exportRoot } from '../../src/store/root-files.ts';
import { openACase } from '../support/cases.ts';
import { openDesk } from '../support/desk.ts';

const cli = join(import.meta.dirname, '../../src/commands/cli.ts');

/** Runs `npm run cli -- verify-audit` as an operator would. */
function verifyAudit(databaseUrl: string, roots: string): Promise<{ code: number; said: string }> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: roots };
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, 'verify-audit', '--roots', roots], { env }, (fault, stdout, stderr) => {
      resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, said: stdout + stderr });
    });
  });
}

test('an operator verifies the ledgers, and hears which row was changed and when nothing was', async () => {
  await using desk = await openDesk({ now: '2026-11-23T00:05:00+07:00' });
  const { row } = await openACase(desk);
  const root = await act(desk, { kind: 'schedule', name: 'audit-root' }, sealDay);
  const roots = await mkdtemp(join(tmpdir(), 'dong-hanh-roots-'));
  try {
    await exportRoot(roots, root);

    const whole = await verifyAudit(desk.databaseUrl, roots);
    expect(whole.said).toContain('Sổ kiểm toán nguyên vẹn');
    expect(whole.said).toContain(`Gốc mới nhất: 2026-11-23  ${root.hash}`);
    expect(whole.code).toBe(0);

    await desk.database.sql`update case_events set detail = detail || '{"officerId":2}' where ordinal = 2`;
    const broken = await verifyAudit(desk.databaseUrl, roots);
    expect(broken.said).toContain(
      `Chỗ hỏng đầu tiên: Sổ của vụ việc ${row.reference}, dòng 2: nội dung đã bị sửa, không còn khớp với mã băm của dòng.`,
    );
    expect(broken.code).toBe(1);

    const remembered = await desk.database.sql`select detail from ledger where type = 'verified' order by ordinal`;
    expect(remembered.map(({ detail }) => detail.breaks)).toEqual([0, 1]);
  } finally {
    await rm(roots, { recursive: true, force: true });
  }
});

test('a directory of roots that is not there is said to be missing, and nothing passes for verified', async () => {
  await using desk = await openDesk({ now: '2026-11-23T00:05:00+07:00' });

  const { code, said } = await verifyAudit(desk.databaseUrl, join(tmpdir(), 'dong-hanh-no-such-roots'));

  expect(said).toContain('Không có thư mục');
  expect(code).toBe(1);
});
