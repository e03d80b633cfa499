import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { MessageView } from '../../http/views.ts';
import { Emphasised } from '../components/emphasised.tsx';
import { useAssistantWords } from './assistant-words.ts';
import styles from './message-row.module.css';

/** What was said. A message in another language stands in Vietnamese, with the original one press away. */
export function MessageText({ message: { author, text, translation } }: { message: MessageView }) {
  const words = useAssistantWords();
  const [isOriginal, setOriginal] = useState(false);
  if (text === '') return null;
  if (translation === null)
    return <p className={styles.text}>{author === 'person' ? text : <Emphasised text={text} />}</p>;
  return (
    <>
      <p className={styles.text} lang={isOriginal ? translation.from : 'vi'}>
        {isOriginal ? text : translation.text}
      </p>
      <p className={styles.translation}>
        {!isOriginal && <span>{words.machine[translation.from]} · </span>}
        <UnstyledButton className={styles.switch} onClick={() => setOriginal(!isOriginal)}>
          {isOriginal ? words.showTranslation : words.original}
        </UnstyledButton>
      </p>
    </>
  );
}
