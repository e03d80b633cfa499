import { Button } from '@mantine/core';
import type { CaseDetail } from '../../http/views.ts';
import { useAssistantWords } from './assistant-words.ts';
import { useClauseWords } from './clause-words.ts';
import { useDeskWords } from './desk-words.ts';
import type { Assistance } from './use-assistance.ts';

interface ComposerToolsProps {
  openCase: Pick<CaseDetail, 'language'>;
  isNote: boolean;
  text: string;
  assistance: Assistance;
  pick: (picker: 'clause' | 'canned') => void;
}

/** What helps writing: clauses, canned replies and, where there is a model, a draft and a translation. */
export function ComposerTools({ openCase, isNote, text, assistance, pick }: ComposerToolsProps) {
  const clauseWords = useClauseWords();
  const assistantWords = useAssistantWords();
  const words = useDeskWords();
  return (
    <>
      <Button size="compact-xs" variant="subtle" title={clauseWords.openHint} onClick={() => pick('clause')}>
        # {clauseWords.open}
      </Button>
      {!isNote && (
        <Button size="compact-xs" variant="subtle" title={words.cannedHint} onClick={() => pick('canned')}>
          / {words.canned}
        </Button>
      )}
      {assistance.isOffered && !isNote && (
        <Button
          size="compact-xs"
          variant="subtle"
          title={assistantWords.askHint}
          disabled={assistance.drafting.isPending}
          onClick={() => assistance.drafting.mutate()}
        >
          {assistantWords.ask}
        </Button>
      )}
      {assistance.isForeign && !isNote && (
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={text.trim() === '' || assistance.translating.isPending}
          onClick={() => assistance.translating.mutate(text)}
        >
          {assistantWords.translate[openCase.language]}
        </Button>
      )}
    </>
  );
}
