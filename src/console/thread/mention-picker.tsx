import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OfficerView } from '../../http/views.ts';
import { Failure } from '../components/failure.tsx';
import { sessionQuery } from '../data/queries.ts';
import styles from './finder.module.css';
import { Finder, FinderDialog, saysEach } from './finder.tsx';
import { useMentionWords } from './mention-words.ts';
import { colleaguesQuery, type Mention } from './mentions.ts';

interface MentionPickerProps {
  reference: string;
  isOpen: boolean;
  close(): void;
  mention(colleague: Mention): void;
}

/** Finds a colleague who sees the case. Nobody else is there to be found. */
export function MentionPicker({ reference, isOpen, close, mention }: MentionPickerProps) {
  const words = useMentionWords();
  return (
    <FinderDialog isOpen={isOpen} close={close} words={words} size="md">
      <Colleagues
        reference={reference}
        pick={({ id, name }) => {
          mention({ id, name });
          close();
        }}
      />
    </FinderDialog>
  );
}

function Colleagues({ reference, pick }: { reference: string; pick(colleague: OfficerView): void }) {
  const words = useMentionWords();
  const [text, setText] = useState('');
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data, error, refetch } = useQuery(colleaguesQuery(reference));
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <Finder
      words={words}
      text={text}
      setText={setText}
      items={(data ?? []).filter(
        ({ id, name, title, unitName }) => id !== session.officer.id && saysEach(text, `${name} ${title} ${unitName}`),
      )}
      keyOf={({ id }) => id}
      draw={({ name, title, unitName }) => (
        <>
          <span className={styles.address}>{name}</span>
          <span className="quiet">
            {title} · {unitName}
          </span>
        </>
      )}
      pick={pick}
      isSettled={data !== undefined}
    />
  );
}
