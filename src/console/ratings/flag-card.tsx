import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FlagView } from '../../reports/ratings/flag-list.ts';
import { Refusal } from '../components/refusal.tsx';
import { Tag } from '../components/tag.tsx';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { moment, shortMoment } from '../time/moments.ts';
import { decideFlag } from './api.ts';
import { flagsQuery } from './queries.ts';
import styles from './ratings.module.css';
import { useRatingWords } from './words.ts';

const tones = { open: 'soon', confirmed: 'overdue', dismissed: 'neutral' } as const;

/** One flag: about whom, why, the ratings themselves, and what was decided or can be. */
export function FlagCard({ flag }: { flag: FlagView }) {
  const words = useRatingWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  return (
    <article className={styles.card}>
      <div className={styles.flagTop}>
        <strong>{words.flagKinds[flag.kind]}</strong>
        <span>{flag.subject.name}</span>
        <Tag tone={tones[flag.state]}>{words.flagStates[flag.state]}</Tag>
        <span className="quiet figures">
          {shortMoment(Date.parse(flag.from), now, language)} – {shortMoment(Date.parse(flag.until), now, language)}
        </span>
      </div>
      <p className={styles.reason}>{words.flagReasons[flag.kind](flag.because)}</p>
      <details className={styles.details}>
        <summary>{words.flagRatings(flag.ratings.length)}</summary>
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.enterprise}</th>
                <th scope="col">{words.declaration}</th>
                <th scope="col">{words.level}</th>
                <th scope="col">{words.at}</th>
              </tr>
            </thead>
            <tbody>
              {flag.ratings.map((rating) => (
                <tr key={`${rating.declaration} ${rating.at}`}>
                  <th scope="row">{rating.enterprise}</th>
                  <td>{rating.declaration}</td>
                  <td>{rating.level} ★</td>
                  <td>{moment(Date.parse(rating.at), now, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      {flag.state === 'open' ? <Decision flag={flag} /> : <Decided flag={flag} />}
    </article>
  );
}

function Decided({ flag: { decidedBy, decidedAt, note } }: { flag: FlagView }) {
  const words = useRatingWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  if (decidedAt === null) return null;
  return (
    <p className={styles.formula}>
      {words.decidedBy(decidedBy ?? '', moment(Date.parse(decidedAt), now, language))}: {note}
    </p>
  );
}

function Decision({ flag: { id } }: { flag: FlagView }) {
  const words = useRatingWords();
  const queryClient = useQueryClient();
  const [note, setNote] = useState('');
  const deed = useMutation({
    mutationFn: (as: 'confirmation' | 'dismissal') => decideFlag(id, as, note.trim()),
    onSettled: () => queryClient.invalidateQueries({ queryKey: flagsQuery.queryKey }),
  });
  const isEmpty = note.trim() === '';
  return (
    <div className={styles.deeds}>
      <TextInput
        label={words.note}
        placeholder={words.noteNeeded}
        value={note}
        onChange={({ currentTarget: { value } }) => setNote(value)}
        style={{ flex: '1 1 260px' }}
      />
      <Button variant="default" disabled={isEmpty || deed.isPending} onClick={() => deed.mutate('dismissal')}>
        {words.dismiss}
      </Button>
      <Button color="red" disabled={isEmpty || deed.isPending} onClick={() => deed.mutate('confirmation')}>
        {words.confirm}
      </Button>
      <Refusal error={deed.error} />
    </div>
  );
}
