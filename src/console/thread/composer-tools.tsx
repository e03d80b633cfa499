import { Button } from '@mantine/core';
import type { CaseDetail } from '../../http/views.ts';
import { useAssistantWords } from './assistant-words.ts';
import { useClauseWords } from './clause-words.ts';
import styles from './composer.module.css';
import { useDeskWords } from './desk-words.ts';
import { useMentionWords } from './mention-words.ts';
import type { Assistance } from './use-assistance.ts';

export type Picker = 'clause' | 'canned' | 'mention';

interface ComposerToolsProps {
  openCase: Pick<CaseDetail, 'language'>;
  isNote: boolean;
  text: string;
  assistance: Assistance;
  pick: (picker: Picker) => void;
}

/** What helps writing: clauses, canned replies and, where there is a model, a draft and a translation. */
export function ComposerTools({ openCase, isNote, text, assistance, pick }: ComposerToolsProps) {
  const clauseWords = useClauseWords();
  const assistantWords = useAssistantWords();
  const words = useDeskWords();
  const mentionWords = useMentionWords();
  return (
    <>
      <Button size="compact-xs" variant="subtle" title={clauseWords.openHint} onClick={() => pick('clause')}>
        <span className={styles.glyph}>{'# '}</span>
        {clauseWords.open}
      </Button>
      {isNote && (
        <Button size="compact-xs" variant="subtle" title={mentionWords.openHint} onClick={() => pick('mention')}>
          <span className={styles.glyph}>{'@ '}</span>
          {mentionWords.open}
        </Button>
      )}
      {!isNote && (
        <Button size="compact-xs" variant="subtle" title={words.cannedHint} onClick={() => pick('canned')}>
          <span className={styles.glyph}>{'/ '}</span>
          {words.canned}
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
