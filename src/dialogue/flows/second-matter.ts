import { meaningIn } from '../phrases/meaning.ts';
import type { Turn } from '../turn.ts';
import { understandMessage } from '../understanding/understand-message.ts';
import { answerQuestion } from './look-up/answer-question.ts';
import { startIssue } from './raise-issue.ts';

/** The second matter of a message, in its own words: a question is answered, anything else gets a card of its own. */
export async function startSecond(turn: Turn, text: string): Promise<void> {
  await turn.say({ text: meaningIn(turn.phrases.language).nowSecond });
  const understood = understandMessage(text);
  const intent = understood.intent.value;
  const alone: Turn = { ...turn, text, understood };
  if (intent === 'lookup_appendix') return answerQuestion(alone, text);
  // The message itself belongs to the first case.
  const said = { text, messageIds: [], fileCount: 0 };
  await startIssue(alone, intent === 'complaint_officer' ? 'report' : 'issue', said);
}
