import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../components/failure.tsx';
import { cannedRepliesQuery } from './beside.ts';
import { useDeskWords } from './desk-words.ts';
import { type Filling, filled } from './fill-in.ts';
import styles from './finder.module.css';
import { Finder, FinderDialog, saysEach } from './finder.tsx';

interface CannedPickerProps {
  isOpen: boolean;
  filling: Filling;
  close(): void;
  insert(text: string): void;
}

/** Finds an answer that is written often, and shows it as the enterprise would read it. */
export function CannedPicker({ isOpen, filling, close, insert }: CannedPickerProps) {
  const words = useDeskWords();
  return (
    <FinderDialog isOpen={isOpen} close={close} words={{ title: words.canned, close: words.close }} size="lg">
      <CannedReplies
        filling={filling}
        pick={(text) => {
          insert(text);
          close();
        }}
      />
    </FinderDialog>
  );
}

function CannedReplies({ filling, pick }: { filling: Filling; pick(text: string): void }) {
  const words = useDeskWords();
  const [text, setText] = useState('');
  const { data, error, refetch } = useQuery(cannedRepliesQuery);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <Finder
      words={{ title: words.canned, label: words.cannedLabel, none: words.cannedNone, hint: words.cannedKeys }}
      text={text}
      setText={setText}
      items={(data ?? []).filter(({ code, title, body }) => saysEach(text, `${code} ${title} ${body}`))}
      keyOf={({ id }) => id}
      draw={({ code, title, unitName, body }) => (
        <>
          <span className={styles.address}>
            /{code} · {title} <span className="quiet">{unitName ?? words.everybodys}</span>
          </span>
          <span className={styles.quote}>{filled(body, filling)}</span>
        </>
      )}
      pick={({ body }) => pick(filled(body, filling))}
      isSettled={data !== undefined}
    />
  );
}
