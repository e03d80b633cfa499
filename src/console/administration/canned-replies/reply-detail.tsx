import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { CannedReplyView } from '../../../http/canned-reply-routes.ts';
import { Refusal } from '../../components/refusal.tsx';
import { useLanguage } from '../../language/language.tsx';
import { useDeskNow } from '../../time/desk-time.ts';
import { moment } from '../../time/moments.ts';
import styles from '../page.module.css';
import own from './canned-replies.module.css';
import { withdrawCannedReply } from './data.ts';
import { Preview } from './preview.tsx';
import { useCannedDeed } from './use-canned-deed.ts';
import { useCannedWords } from './words.ts';

interface ReplyDetailProps {
  reply: CannedReplyView;
  edit: () => void;
  gone: () => void;
}

/** One canned reply as it is read, and what may be done to it. */
export function ReplyDetail({ reply, edit, gone }: ReplyDetailProps) {
  const words = useCannedWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const [isAsking, setAsking] = useState(false);
  const withdrawing = useCannedDeed(withdrawCannedReply, gone);
  return (
    <>
      <h2 className={styles.title}>{reply.title}</h2>
      <p className={styles.small}>
        <span className={own.code}>/{reply.code}</span> · {reply.unitName ?? words.everybodys} ·{' '}
        {words.changed(moment(Date.parse(reply.updatedAt), now, language))}
      </p>
      {reply.mayChange ? (
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={edit}>
            {words.edit}
          </Button>
          {!isAsking && (
            <Button size="xs" variant="default" onClick={() => setAsking(true)}>
              {words.withdraw}
            </Button>
          )}
        </Group>
      ) : (
        <p className={styles.small}>{words.notYours}</p>
      )}
      {isAsking && (
        <div className={styles.touched} role="alert">
          <p>{words.sure}</p>
          <Group gap="xs">
            <Button size="xs" loading={withdrawing.isPending} onClick={() => withdrawing.mutate(reply.id)}>
              {words.withdraw}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsking(false)}>
              {words.keep}
            </Button>
          </Group>
        </div>
      )}
      <Refusal error={withdrawing.error} />
      <Preview body={reply.body} />
    </>
  );
}
