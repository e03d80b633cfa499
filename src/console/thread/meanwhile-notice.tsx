import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseDetail } from '../../http/views.ts';
import { Icon } from '../components/icons.tsx';
import styles from './composer.module.css';
import { useDeskWords } from './desk-words.ts';
import { addedSince } from './meanwhile.ts';
import { MeanwhileDialog } from './meanwhile-dialog.tsx';
import { isAnsweredMeanwhile, type PendingSend, undoSend } from './pending-sends.ts';
import type { useDraft } from './use-draft.ts';

interface MeanwhileNoticeProps {
  openCase: CaseDetail;
  draft: ReturnType<typeof useDraft>;
  pending: PendingSend | null;
  sendAnyway: () => void;
}

/** Tells, before the sending or after it was refused, that a colleague or the enterprise added something. */
export function MeanwhileNotice({ openCase, draft, pending, sendAnyway }: MeanwhileNoticeProps) {
  const words = useDeskWords();
  const [isLooking, setLooking] = useState(false);
  const isRefused = isAnsweredMeanwhile(pending);
  const added = draft.text === '' ? null : addedSince(openCase, draft.seen);
  if (added === null) return null;

  function leave(): void {
    setLooking(false);
    if (isRefused) undoSend(openCase.reference);
  }

  return (
    <>
      <div className={styles.notice} role="status">
        <Icon name="warning" size={14} /> {words.meanwhile}
        <Button size="compact-xs" variant="default" onClick={() => setLooking(true)}>
          {words.seeMeanwhile}
        </Button>
      </div>
      {(isLooking || isRefused) && (
        <MeanwhileDialog
          added={added}
          text={draft.text}
          isRefused={isRefused}
          goOn={() => {
            leave();
            draft.haveSeen();
          }}
          drop={() => {
            leave();
            draft.write('');
          }}
          sendAnyway={() => {
            leave();
            sendAnyway();
          }}
        />
      )}
    </>
  );
}
