import { SingleBar } from 'cli-progress';
import { generateYear } from './generate/generate-year.ts';

/** Writes an invented year of the department, as files to import, into a directory. */
export async function generate(directory: string, options: { seed: string; size: string }): Promise<void> {
  const seed = Number(options.seed);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error('Hạt giống (--seed) là một số nguyên không âm.');
  if (options.size !== 'small' && options.size !== 'full') throw new Error('Cỡ (--size) là small hoặc full.');

  const bar = new SingleBar({
    format: '{bar} {percentage} % · {file} · {value} dòng · còn {eta_formatted}',
    hideCursor: true,
    noTTYOutput: false,
  });
  bar.start(1, 0, { file: '' });
  const written = await generateYear(directory, {
    seed,
    size: options.size,
    onRows(file, count, total) {
      bar.setTotal(Math.max(total, count));
      bar.update(count, { file });
    },
  }).finally(() => bar.stop());
  for (const [file, rows] of Object.entries(written)) console.log(`${file}: ${rows.toLocaleString('vi-VN')} dòng`);
  console.log(`Đã ghi vào ${directory}. Nhập theo thứ tự trên bằng lệnh import.`);
}
