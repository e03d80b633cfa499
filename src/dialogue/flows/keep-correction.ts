import { keepUnderstandingCorrection } from '../../store/understanding-corrections.ts';
import type { Turn } from '../turn.ts';
import { maskForTraining } from '../understanding/mask-for-training.ts';
import { understand } from '../understanding/understand.ts';

interface Correction {
  about: 'intent' | 'category';
  text: string;
  guessed: string;
  chosen: string;
}

/**
 * Keeps what a person put right as a candidate for training: without numbers and names, only of those who agreed to keeping,
 * and never of a report about somebody.
 */
export async function keepCorrection(turn: Turn, { about, text, guessed, chosen }: Correction): Promise<void> {
  if (turn.consent !== 'given' || chosen === 'complaint_officer' || text.trim() === '') return;
  const names = [turn.conversation.displayName, turn.contact?.contactName, turn.contact?.enterpriseName];
  const masked = maskForTraining(
    text,
    names.filter((name) => name != null),
  );
  if (masked === null) return;
  await keepUnderstandingCorrection(turn.act.tx, {
    conversationId: turn.conversation.id,
    about,
    text: masked,
    language: understand(text).language,
    guessed,
    chosen,
    at: turn.act.at,
  });
}
