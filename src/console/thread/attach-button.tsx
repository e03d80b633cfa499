import { Button } from '@mantine/core';
import { useRef } from 'react';
import { Icon } from '../components/icons.tsx';
import { useAttachWords } from './attach-words.ts';
import styles from './composer.module.css';
import { inMegabytes } from './file-size.ts';
import type { Attachments } from './use-attachments.ts';

/** Opens the choice of files and says how large they may be. */
export function AttachButton({ attachments }: { attachments: Attachments }) {
  const words = useAttachWords();
  const input = useRef<HTMLInputElement>(null);
  const { limits } = attachments;
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        title={
          limits === undefined ? words.attachHint : `${words.attachHint}; ${words.limit(inMegabytes(limits.mostBytes))}`
        }
        leftSection={<Icon name="clip" size={14} />}
        disabled={limits === undefined}
        onClick={() => input.current?.click()}
      >
        <span className={styles.attach}>{words.attach}</span>
        {limits !== undefined && <span className={styles.limit}>≤ {inMegabytes(limits.mostBytes)}</span>}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={words.attach}
        accept={limits?.endings.map((ending) => `.${ending}`).join(',')}
        onChange={({ currentTarget }) => {
          attachments.choose([...(currentTarget.files ?? [])]);
          // The same file may be chosen again after it was removed.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
