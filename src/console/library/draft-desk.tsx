import { Button, Group, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DraftView } from '../../http/library-draft-views.ts';
import { Refusal } from '../components/refusal.tsx';
import { Tag } from '../components/tag.tsx';
import { sayDay } from '../time/days.ts';
import { type DraftRow, draftQuery, type LeftoverFate, saveDraft } from './data.ts';
import { DescriptionFields, describedBy } from './description-fields.tsx';
import { DraftChecks } from './draft-checks.tsx';
import styles from './drafts.module.css';
import { placeIn } from './edit-rows.ts';
import { Judgement } from './judgement.tsx';
import { Leftovers } from './leftovers.tsx';
import { Rows } from './rows.tsx';
import { useLibraryWords } from './words.ts';

/** Where a draft is corrected and judged. What is changed here is kept when the person saves it. */
export function DraftDesk({ draft }: { draft: DraftView }) {
  const words = useLibraryWords();
  const queryClient = useQueryClient();
  const [rows, setRows] = useState<readonly DraftRow[]>(draft.rows);
  const [preamble, setPreamble] = useState(draft.preamble);
  const [described, setDescribed] = useState(describedBy({ ...draft.description, code: draft.code }));
  const [fates, setFates] = useState<readonly LeftoverFate[]>(
    draft.leftovers.map(({ leftOutBy }) => (leftOutBy === null ? 'open' : 'leftOut')),
  );
  const [editing, setEditing] = useState<number | null>(null);
  const [isChanged, setChanged] = useState(false);

  const saving = useMutation({
    mutationFn: () => {
      const { code: _, effectiveTo, ownerUnit, note, ...rest } = described;
      const description = {
        ...draft.description,
        ...rest,
        effectiveTo: effectiveTo === '' ? null : effectiveTo,
        ownerUnit: ownerUnit === '' ? null : ownerUnit,
        note: note === '' ? null : note,
      };
      return saveDraft(draft.id, { revision: draft.revision, description, preamble, rows, fates });
    },
    onSuccess: async (saved) => {
      queryClient.setQueryData(draftQuery(draft.id).queryKey, saved);
      await queryClient.invalidateQueries({ queryKey: ['appendices', 'drafts'] });
    },
  });

  function change<Value>(set: (value: Value) => void): (value: Value) => void {
    return (value) => {
      set(value);
      setChanged(true);
    };
  }

  const changeRows = change(setRows);
  const changeFates = change(setFates);

  function insert(leftover: number): void {
    const text = draft.leftovers[leftover]?.text;
    if (editing === null || text === undefined) return;
    changeRows(placeIn(rows, editing, text));
    changeFates(fates.map((fate, index) => (index === leftover ? 'placed' : fate)));
  }

  return (
    <div className={styles.desk}>
      <header className={styles.head}>
        <div>
          <h2 className={styles.title}>
            {draft.code}. {draft.title}
          </h2>
          <p className={styles.small}>
            <Tag icon="clock">{words.inForce(sayDay(draft.validFrom), null)}</Tag> {draft.sourceName}
          </p>
        </div>
        <Group gap="xs">
          {isChanged && <span className={styles.unsaved}>{words.unsaved}</span>}
          <Button
            variant={isChanged ? 'filled' : 'default'}
            disabled={!isChanged}
            loading={saving.isPending}
            onClick={() => saving.mutate()}
          >
            {words.save}
          </Button>
          <Judgement draft={draft} isChanged={isChanged} />
        </Group>
        <Refusal error={saving.error} />
      </header>
      <div className={styles.beside}>
        <div className={styles.structure}>
          <details className={styles.about}>
            <summary>{words.about}</summary>
            <DescriptionFields described={described} hasCode={false} onChange={change(setDescribed)} />
            <Textarea
              mt="sm"
              autosize
              minRows={1}
              label={words.preamble}
              value={preamble}
              onChange={(event) => change(setPreamble)(event.currentTarget.value)}
            />
          </details>
          <h3 className={styles.subtitle}>{words.structure}</h3>
          <Rows
            rows={rows}
            code={draft.code}
            doubts={draft.doubts}
            editing={editing}
            onEdit={setEditing}
            onChange={changeRows}
          />
        </div>
        <div className={styles.checks}>
          <Leftovers
            leftovers={draft.leftovers}
            fates={fates}
            canInsert={editing !== null}
            onInsert={insert}
            onChange={changeFates}
          />
          <DraftChecks draft={draft} />
        </div>
      </div>
    </div>
  );
}
