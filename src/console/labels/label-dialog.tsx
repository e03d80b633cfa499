import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LabelOnCase } from '../../http/views.ts';
import { Failure } from '../components/failure.tsx';
import { Icon } from '../components/icons.tsx';
import { Refusal } from '../components/refusal.tsx';
import { sessionQuery } from '../data/queries.ts';
import { Finder, FinderDialog, saysEach } from '../thread/finder.tsx';
import { labelsQuery } from './data.ts';
import { LabelChip } from './label-chip.tsx';
import styles from './labels.module.css';
import { useLabelWords } from './words.ts';

export interface Labelled {
  reference: string;
  labels: readonly LabelOnCase[];
}

interface LabelDialogProps {
  /** At least one. */
  cases: readonly Labelled[];
  error: unknown;
  act: (labelId: number, isOn: boolean) => void;
  close: () => void;
}

/** Finds a label and puts it on these cases, or takes it off where all of them have it. */
export function LabelDialog({ cases, error, act, close }: LabelDialogProps) {
  const words = useLabelWords();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const [first] = cases;
  const title =
    cases.length === 1 && first !== undefined ? words.title(first.reference) : words.titleOfMany(cases.length);
  return (
    <FinderDialog isOpen close={close} words={{ title, close: words.close }} size="md">
      <Labels title={title} cases={cases} act={act} />
      <Refusal error={error} />
      {session.permissions.includes('keepLabels') && (
        <Link to="/administration/labels" className={`link ${styles.keep}`}>
          {words.keep}
        </Link>
      )}
    </FinderDialog>
  );
}

function Labels({ title, cases, act }: Pick<LabelDialogProps, 'cases' | 'act'> & { title: string }) {
  const words = useLabelWords();
  const [text, setText] = useState('');
  const { data, error, refetch } = useQuery(labelsQuery);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  const countOf = (id: number) => cases.filter(({ labels }) => labels.some((label) => label.id === id)).length;
  const offered = (data ?? []).filter(({ isRetired }) => !isRetired);
  const isOffered = new Set(offered.map(({ id }) => id));
  // What is on a case can be taken off, whoever's it is and also when nobody is offered it any more.
  const others = new Map(
    cases.flatMap(({ labels }) => labels.filter(({ id }) => !isOffered.has(id)).map((label) => [label.id, label])),
  );
  const retired = new Set((data ?? []).filter(({ isRetired }) => isRetired).map(({ id }) => id));
  const items = [
    ...offered.map((label) => ({ ...label, whose: label.unitName ?? '' })),
    ...[...others.values()].map((label) => ({ ...label, whose: retired.has(label.id) ? words.retired : '' })),
  ];

  function told(count: number): string {
    if (count === 0) return '';
    return cases.length === 1 ? words.isOn : words.isOnSome(count, cases.length);
  }

  return (
    <Finder
      words={{
        title,
        label: words.find,
        none: words.none,
        hint: cases.length === 1 ? words.hint : words.hintOfMany,
      }}
      text={text}
      setText={setText}
      items={items.filter(({ name }) => saysEach(text, name))}
      keyOf={({ id }) => id}
      draw={(label) => {
        const count = countOf(label.id);
        return (
          <span className={styles.option}>
            <span className={styles.tick}>{count === cases.length && <Icon name="check" size={15} />}</span>
            <LabelChip label={label} />
            <span className={styles.whose}>{[told(count), label.whose].filter((part) => part !== '').join(' · ')}</span>
          </span>
        );
      }}
      pick={({ id }) => {
        act(id, countOf(id) < cases.length);
        setText('');
      }}
      isSettled={data !== undefined}
    />
  );
}
