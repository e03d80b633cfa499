import { answeredQuestions } from '../../../store/lookups.ts';
import { commandValues } from '../../command-values.ts';
import type { Turn } from '../../turn.ts';
import { answerQuestion } from './answer-question.ts';
import { goOn, wordsOf } from './context.ts';
import { lookUpValues } from './values.ts';

const mostShown = 8;
// What a button shows on a telephone; Telegram cuts the rest off without a sign.
const longestLabel = 60;

/** What others ask again and again, as the keepers of the texts took it into the list (PL01 Điều 8 khoản 4). */
export async function listFrequent(turn: Turn): Promise<void> {
  const words = wordsOf(turn);
  const questions = await answeredQuestions(turn.act.tx, mostShown);
  goOn(turn, {});
  const rows = questions.map(({ id, question }) => [
    { value: lookUpValues.frequentQuestion(id), label: shortened(question) },
  ]);
  await turn.say({
    text: rows.length === 0 ? words.noneFrequent : words.frequentAsked,
    choices: [
      ...rows,
      [
        { value: lookUpValues.list, label: words.browse },
        { value: commandValues.menu, label: words.back },
      ],
    ],
  });
}

/** Quotes the part that the keepers of the texts named. A question that left the list since shows the list as it is. */
export async function answerFrequent(turn: Turn, questionId: number): Promise<void> {
  const asked = (await answeredQuestions(turn.act.tx, mostShown)).find(({ id }) => id === questionId);
  if (asked === undefined) return listFrequent(turn);
  await answerQuestion(turn, asked.address, { code: null, article: null, query: null, day: null });
}

function shortened(question: string): string {
  const letters = [...question.normalize('NFC')];
  return letters.length <= longestLabel
    ? question
    : `${letters
        .slice(0, longestLabel - 1)
        .join('')
        .trimEnd()}…`;
}
