import { Button, Group, Modal } from '@mantine/core';
import { Emphasised } from '../components/emphasised.tsx';
import { useLanguage } from '../language/language.tsx';
import { deskNowMs } from '../time/desk-time.ts';
import { shortMoment } from '../time/moments.ts';
import { useDeskWords } from './desk-words.ts';
import type { Meanwhile } from './meanwhile.ts';
import styles from './meanwhile-dialog.module.css';

interface MeanwhileDialogProps {
  added: Meanwhile;
  text: string;
  /** Whether an answer was just refused, or the officer looks before sending. */
  isRefused: boolean;
  sendAnyway: () => void;
  goOn: () => void;
  drop: () => void;
}

/** What is new beside what the officer was about to send: nobody answers twice without knowing it. */
export function MeanwhileDialog({ added, text, isRefused, sendAnyway, goOn, drop }: MeanwhileDialogProps) {
  const words = useDeskWords();
  const { phrases, language } = useLanguage();
  return (
    <Modal
      opened
      onClose={goOn}
      title={isRefused ? words.meanwhileRefused : words.meanwhile}
      size="lg"
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <p className={styles.hint}>{words.meanwhileHint}</p>
      <h3 className={styles.heading}>{words.whatIsNew}</h3>
      <ol className={styles.list}>
        {added.messages.map((message) => (
          <li key={message.id} className={styles.said} data-from={message.author}>
            <span className={styles.who}>
              {message.author === 'officer' ? (message.officer?.name ?? phrases.officer) : phrases.enterprise} ·{' '}
              {shortMoment(Date.parse(message.at), deskNowMs(), language)}
            </span>
            <p className={styles.text}>
              {message.author === 'person' ? message.text : <Emphasised text={message.text} />}
            </p>
          </li>
        ))}
      </ol>
      <ul className={styles.events}>
        {added.events.map((event) => (
          <li key={event.ordinal}>{event.text}</li>
        ))}
      </ul>
      <h3 className={styles.heading}>{words.whatYouWrote}</h3>
      <blockquote className={styles.mine}>{text}</blockquote>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="subtle" color="red.9" onClick={drop}>
          {words.dropDraft}
        </Button>
        <Button variant="default" onClick={sendAnyway}>
          {words.sendAnyway}
        </Button>
        <Button data-autofocus onClick={goOn}>
          {words.goOnWriting}
        </Button>
      </Group>
    </Modal>
  );
}
