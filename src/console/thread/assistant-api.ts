import type { DraftView, TranslationView } from '../../http/assistant-routes.ts';
import { answerOf, v1 } from '../data/api.ts';

export async function askForDraft(reference: string): Promise<DraftView | null> {
  return (await answerOf(v1.cases[':reference'].drafts.$post({ param: { reference } }))).draft;
}

export async function askForTranslation(reference: string, text: string): Promise<TranslationView | null> {
  const asked = v1.cases[':reference'].translations.$post({ param: { reference }, json: { text } });
  return (await answerOf(asked)).translation;
}
