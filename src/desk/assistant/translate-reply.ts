import type { Assistant } from '../../assistant/port.ts';
import type { Actor } from '../../rules/case/words.ts';
import { isAboutConduct } from '../../rules/visibility/can-see.ts';
import type { SpokenLanguage } from '../../rules/working-time/say-when.ts';
import { namesAround } from '../../store/assistant-cases.ts';
import { conversationById } from '../../store/conversations.ts';
import { insertReplyTranslation } from '../../store/translations.ts';
import { act, type Desk } from '../act.ts';
import { officerIdOf } from '../actor.ts';
import { visibleCase } from '../visibility.ts';

export interface TranslatedReply {
  translationId: number;
  to: SpokenLanguage;
  text: string;
}

/**
 * The officer's words in the language of the enterprise, to be looked at before they are sent below the Vietnamese ones.
 * Null where the enterprise reads Vietnamese, the matter accuses somebody, or the model has no answer in its time.
 */
export async function translateReply(
  desk: Desk,
  assistant: Assistant,
  by: Actor,
  { reference, text }: { reference: string; text: string },
): Promise<TranslatedReply | null> {
  const asked = await act(desk, by, async (current) => {
    const officerId = officerIdOf(current);
    const row = await visibleCase(current, reference);
    if (row.conversationId === null || isAboutConduct(row.kind)) return null;
    const { language } = await conversationById(current.tx, row.conversationId);
    if (language === null || language === 'vi') return null;
    const names = await namesAround(current.tx, { conversationId: row.conversationId, caseId: row.id });
    return { caseId: row.id, officerId, to: language, names };
  });
  if (asked === null) return null;
  const { caseId, officerId, to, names } = asked;
  const translated = await assistant.translate({ caseId, names, text, from: 'vi', to });
  if (translated === null) return null;
  const translationId = await act(desk, by, (current) =>
    insertReplyTranslation(current.tx, {
      caseId,
      officerId,
      to,
      original: text,
      text: translated,
      at: current.at,
    }),
  );
  return { translationId, to, text: translated };
}
