import { readFile, writeFile } from 'node:fs/promises';
import { softmax } from '../dialogue/understanding/classifier/classify.ts';
import { intentOf, isCategory, type Label, labels } from '../dialogue/understanding/classifier/labels.ts';
import { writeModel } from '../dialogue/understanding/classifier/model.ts';
import { decide } from '../dialogue/understanding/decide.ts';
import type { Intent } from '../dialogue/understanding/intent.ts';
import { readByRules } from '../dialogue/understanding/read-by-rules.ts';
import { type Style, styles } from '../dialogue/understanding/training/augment.ts';
import type { HeldOut } from '../dialogue/understanding/training/cross-validate.ts';
import { examplesOf } from '../dialogue/understanding/training/examples.ts';
import { readSeeds } from '../dialogue/understanding/training/read-seeds.ts';
import { train, trainWithout } from '../dialogue/understanding/training/train.ts';
import { shippedModel, understandBy } from '../dialogue/understanding/understand.ts';
import type { CategoryCode } from '../rules/identity/categories.ts';
import { answer, questionsIn } from './evaluation/answer.ts';
import { measure } from './evaluation/figures.ts';
import { printLeftOut } from './evaluation/table.ts';

const usualPlace = new URL('../dialogue/understanding/classifier/model.txt', import.meta.url);

interface Options {
  out?: string;
  leaveOut?: string;
  eval?: string;
}

/**
 * Trains the classifier on the seeds in the repository and writes its model. The same seeds give the same file. With
 * `--leave-out` nothing is written: a style of writing is judged by a model that never saw it.
 */
export async function trainUnderstanding({ out, leaveOut, eval: file }: Options): Promise<void> {
  if (leaveOut !== undefined) return judgeLeftOut(leaveOut, file);
  const seeds = readSeeds();
  const startedAt = performance.now();
  const { model, held } = train(seeds);
  const written = writeModel(model);
  await writeFile(out ?? usualPlace, written);

  console.log('Kiểm tra chéo theo từng họ câu (mỗi họ chỉ nằm ở một bên):');
  const judged = held.flatMap((each) => judge(each, model.temperature));
  console.table({
    'tất cả': figuresOf(judged),
    ...Object.fromEntries(styles.map((style) => [style, figuresOf(judged.filter((one) => one.style === style))])),
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  const size = (written.length / 1024).toFixed(0);
  console.log(
    `${seeds.length} câu gốc, ${held.length} biến thể, nhiệt độ ${model.temperature}, mô hình ${size} kB (${seconds} giây).`,
  );
}

async function judgeLeftOut(style: string, file: string | undefined): Promise<void> {
  if (file === undefined) throw new Error('--leave-out cần --eval <tệp câu hỏi>.');
  if (style !== 'all' && !styles.some((each) => each === style))
    throw new Error(`Không có cách viết “${style}”. Có: all, ${styles.join(', ')}.`);
  const questions = questionsIn(await readFile(file, 'utf8'));
  const examples = examplesOf(readSeeds());
  const wanted = styles.filter((each) => style === 'all' || each === style);
  const figures = wanted.map((each) => {
    const model = trainWithout(each, examples, shippedModel.temperature);
    const asked = questions.filter((question) => question.style === each);
    return [each, measure(answer(asked, (text) => understandBy(model, text)))] as const;
  });
  printLeftOut(new Map(figures));
}

type Judged = { wanted: Label; intent: Intent | undefined; category: CategoryCode | undefined; style: Style };

function judge({ example, sums }: HeldOut, temperature: number): readonly Judged[] {
  const wanted = labels[example.label];
  if (wanted === undefined) return [];
  const { intents, categories } = decide(readByRules(example.text), softmax(sums, temperature));
  return [{ wanted, intent: intents[0]?.value, category: categories[0]?.value, style: example.style }];
}

function figuresOf(judged: readonly Judged[]): Record<string, number> {
  const issues = judged.filter(({ wanted }) => isCategory(wanted));
  const made = judged.filter(({ wanted }) => wanted === 'complaint_officer');
  const heard = judged.filter(({ intent }) => intent === 'complaint_officer');
  return {
    'số câu': judged.length,
    'đúng ý định': share(judged, ({ wanted, intent }) => intentOf(wanted) === intent),
    'đúng lĩnh vực': share(issues, ({ wanted, category }) => wanted === category),
    'nhận ra phản ánh': share(made, ({ intent }) => intent === 'complaint_officer'),
    'phản ánh đúng là phản ánh': share(heard, ({ wanted }) => wanted === 'complaint_officer'),
  };
}

function share(judged: readonly Judged[], isRight: (one: Judged) => boolean): number {
  return judged.length === 0 ? 1 : Math.round((judged.filter(isRight).length / judged.length) * 1000) / 1000;
}
