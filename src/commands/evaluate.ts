import { readFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { Command } from 'commander';
import { examplesOf } from '../dialogue/understanding/training/examples.ts';
import { readSeeds } from '../dialogue/understanding/training/read-seeds.ts';
import { trainWithout } from '../dialogue/understanding/training/train.ts';
import { shippedModel, understand, understandBy } from '../dialogue/understanding/understand.ts';
import { answer, questionsIn } from './evaluation/answer.ts';
import { type Expected, type Figures, measure } from './evaluation/figures.ts';
import { type LookedUp, openLookUp } from './evaluation/look-up.ts';
import { printLeftOut, printTable } from './evaluation/table.ts';

const command = new Command('eval')
  .description('Chấm phần hiểu câu hỏi và tra cứu phụ lục trên một tệp JSON Lines (mỗi dòng một câu hỏi)')
  .argument('<file>', 'tệp câu hỏi')
  .option('--json', 'dòng cuối cùng là một đối tượng JSON với các con số')
  .option('--misses', 'liệt kê các câu hiểu sai')
  .option('--leave-one-out', 'chấm thêm mỗi cách viết bằng mô hình chưa từng thấy cách viết ấy (vài phút)')
  .action(async (file: string, options: { json?: boolean; misses?: boolean; leaveOneOut?: boolean }) => {
    const questions = questionsIn(await readFile(file, 'utf8'));
    const lookUp = await openLookUp();
    const answered = answer(questions, understand, lookUp);
    printTable(answered, options.misses === true);
    if (options.leaveOneOut === true) printLeftOut(leftOut(questions, lookUp));
    if (options.json === true) console.log(JSON.stringify(measure(answered)));
  });

await command.parseAsync(argv);

function leftOut(questions: readonly Expected[], lookUp: (text: string) => LookedUp): ReadonlyMap<string, Figures> {
  const examples = examplesOf(readSeeds());
  const figures = new Map<string, Figures>();
  for (const style of new Set(questions.map((question) => question.style))) {
    const asked = questions.filter((question) => question.style === style);
    const model = trainWithout(style, examples, shippedModel.temperature);
    figures.set(style, measure(answer(asked, (text) => understandBy(model, text), lookUp)));
  }
  return figures;
}
