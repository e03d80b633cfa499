import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

export const manifestName = 'manifest.json';

const presentFormat = 1;

const count = z.number().int().min(0);
const name = z.string().min(1).max(63);

const content = z.object({
  format: z.literal(presentFormat),
  madeAt: z.iso.datetime(),
  /** What the database had taken, oldest first. */
  migrations: z.array(z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), createdAt: count })).min(1),
  tables: z.array(z.object({ schema: name, name, columns: z.array(name).min(1), rows: count })),
  sequences: z.array(z.object({ schema: name, name, lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })),
  /** Work that waited in the queue; null where there was no queue yet. */
  pendingJobs: count.nullable(),
  files: z.object({ count, bytes: count }),
  /** Of the list of digests, which has every file of the backup but this one. */
  sumsSha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export type Manifest = z.infer<typeof content>;

export async function writeManifest(directory: string, manifest: Omit<Manifest, 'format'>): Promise<void> {
  const text = JSON.stringify({ format: presentFormat, ...manifest }, null, 1);
  await writeFile(join(directory, manifestName), `${text}\n`, { flag: 'wx', mode: 0o600, flush: true });
}

/** Throws a sentence for whoever wanted to restore it when there is none, or none that this program understands. */
export async function readManifest(directory: string): Promise<Manifest> {
  const text = await readFile(join(directory, manifestName), 'utf8').catch((fault: unknown) => {
    if (fault instanceof Error && 'code' in fault && (fault.code === 'ENOENT' || fault.code === 'ENOTDIR')) return null;
    throw fault;
  });
  if (text === null) throw new Error(withoutManifest(directory));
  const json = parsed(text);
  const isNewer = typeof json === 'object' && json !== null && 'format' in json && Number(json.format) > presentFormat;
  if (isNewer) throw new Error(newerThanProgram);
  const manifest = content.safeParse(json);
  if (!manifest.success)
    throw new Error(`Tệp ${manifestName} của bản sao lưu đã hỏng hoặc bị sửa. Hãy dùng một bản sao lưu khác.`);
  return manifest.data;
}

export const newerThanProgram =
  'Bản sao lưu này do một phiên bản mới hơn của Đồng Hành tạo ra. Hãy cài phiên bản đó (hoặc mới hơn) rồi khôi phục.';

export const newerDatabase =
  'Cơ sở dữ liệu này do một phiên bản mới hơn (hoặc khác) của Đồng Hành tạo ra. Hãy chạy lệnh bằng đúng phiên bản đang vận hành.';

function withoutManifest(directory: string): string {
  return `${directory} không phải là một bản sao lưu hoàn chỉnh: không có tệp ${manifestName}. Thư mục có đuôi .part là bản sao lưu bị dừng giữa chừng, không dùng được.`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
