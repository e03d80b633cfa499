import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseDetail } from '../../http/views.ts';
import { sessionQuery } from '../data/queries.ts';
import { askForDraft, askForTranslation } from './assistant-api.ts';

/**
 * What the language model offers beside the field. Nothing of it where there is no model, or where somebody is accused:
 * such a matter is never told to it.
 */
export function useAssistance({ reference, kind, language }: CaseDetail) {
  const { data: session } = useQuery(sessionQuery);
  const isOffered = session?.hasAssistant === true && (kind === 'issue' || kind === 'question');
  const drafting = useMutation({ mutationFn: () => askForDraft(reference) });
  const translating = useMutation({
    mutationFn: async (text: string) => ({ of: text, translation: await askForTranslation(reference, text) }),
  });
  const [usedDraftId, setUsedDraftId] = useState<number | null>(null);
  const seen = translating.data;

  return {
    isOffered,
    isForeign: isOffered && language !== 'vi',
    drafting,
    translating,
    takeDraft(draftId: number) {
      setUsedDraftId(draftId);
      drafting.reset();
    },
    /** What goes along with this very text. */
    with(text: string): { draftId?: number; translationId?: number } {
      const translation = seen?.of === text ? seen.translation : null;
      return {
        ...(usedDraftId === null ? {} : { draftId: usedDraftId }),
        ...(translation == null ? {} : { translationId: translation.translationId }),
      };
    },
    clear() {
      setUsedDraftId(null);
      drafting.reset();
      translating.reset();
    },
  };
}

export type Assistance = ReturnType<typeof useAssistance>;
