import { Button, Loader, Select, TextInput } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Failure } from '../../components/failure.tsx';
import { sessionQuery } from '../../data/queries.ts';
import { cannedRepliesQuery } from '../../thread/beside.ts';
import { unitsQuery } from '../data.ts';
import styles from '../page.module.css';
import { matches } from '../parts/matches.ts';
import { NothingChosen } from '../parts/nothing-chosen.tsx';
import { Page } from '../parts/page.tsx';
import { useToday } from '../parts/use-today.ts';
import { unitChoices } from '../units/unit-rows.ts';
import { ReplyDetail } from './reply-detail.tsx';
import { ReplyForm } from './reply-form.tsx';
import { ReplyTable } from './reply-table.tsx';
import { useCannedWords } from './words.ts';

/** The answers that officers insert: found, read as an enterprise would, made, changed and withdrawn. */
export function CannedRepliesPage() {
  const words = useCannedWords();
  const today = useToday();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: replies, error, refetch } = useQuery(cannedRepliesQuery);
  const { data: units } = useQuery(unitsQuery(today));
  const [typed, setTyped] = useState('');
  const [ofUnit, setOfUnit] = useState<string | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [editing, setEditing] = useState<'new' | 'chosen' | null>(null);
  const q = useDeferredValue(typed);
  const owners = Map.groupBy(replies ?? [], ({ unitId }) => String(unitId ?? ''));
  const shown = (replies ?? []).filter(
    (each) =>
      (ofUnit === null || String(each.unitId ?? '') === ofUnit) &&
      matches(`${each.code} ${each.title} ${each.body}`, q),
  );
  const reply = replies?.find(({ id }) => id === chosen) ?? null;
  const choices = [
    ...(session.permissions.includes('administer') ? [{ value: '', label: words.everybodys }] : []),
    ...unitChoices(units?.items ?? []),
  ];

  return (
    <Page
      title={words.title}
      lead={words.lead}
      deeds={<Button onClick={() => setEditing('new')}>{words.create}</Button>}
    >
      <div className={styles.tools}>
        <TextInput label={words.find} w={280} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <Select
          label={words.unit}
          placeholder={words.anyUnit}
          w={260}
          clearable
          data={[...owners].map(([value, [one]]) => ({ value, label: one?.unitName ?? words.everybodys }))}
          value={ofUnit}
          onChange={setOfUnit}
        />
        <span className={styles.small}>{replies !== undefined && words.count(shown.length)}</span>
      </div>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {replies === undefined && error === null && <Loader size="sm" />}
      {replies !== undefined && (
        <div className={styles.beside}>
          {shown.length === 0 ? (
            <p className="quiet">{replies.length === 0 ? words.none : words.noneFound}</p>
          ) : (
            <ReplyTable replies={shown} chosen={chosen} choose={setChosen} />
          )}
          <aside className={`${styles.card} ${styles.sticky}`} aria-label={words.preview}>
            {reply === null ? (
              <NothingChosen icon="webchat" says={words.choose} />
            ) : (
              <ReplyDetail
                key={reply.id}
                reply={reply}
                edit={() => setEditing('chosen')}
                gone={() => setChosen(null)}
              />
            )}
          </aside>
        </div>
      )}
      {editing !== null && (
        <ReplyForm
          reply={editing === 'new' ? null : reply}
          choices={choices}
          done={setChosen}
          close={() => setEditing(null)}
        />
      )}
    </Page>
  );
}
