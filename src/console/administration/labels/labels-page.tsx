import { Button, Loader, TextInput } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { LabelView } from '../../../http/label-routes.ts';
import { Failure } from '../../components/failure.tsx';
import { sessionQuery } from '../../data/queries.ts';
import { labelsQuery } from '../../labels/data.ts';
import { LabelChips } from '../../labels/label-chips.tsx';
import { unitsQuery } from '../data.ts';
import styles from '../page.module.css';
import { FormDialog } from '../parts/form-dialog.tsx';
import { matches } from '../parts/matches.ts';
import { Page } from '../parts/page.tsx';
import { useToday } from '../parts/use-today.ts';
import { unitChoices } from '../units/unit-rows.ts';
import { retireLabel, useLabelDeed } from './data.ts';
import { LabelForm } from './label-form.tsx';
import { LabelTable } from './label-table.tsx';
import { useLabelPageWords } from './words.ts';

/** The labels in which cases are sorted: found, made, renamed, recoloured and retired. */
export function LabelsPage() {
  const words = useLabelPageWords();
  const today = useToday();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: labels, error, refetch } = useQuery(labelsQuery);
  const { data: units } = useQuery(unitsQuery(today));
  const [typed, setTyped] = useState('');
  const [editing, setEditing] = useState<'new' | LabelView | null>(null);
  const [retiring, setRetiring] = useState<LabelView | null>(null);
  const q = useDeferredValue(typed);
  const found = (labels ?? []).filter(({ name }) => matches(name, q));
  const offered = found.filter(({ isRetired }) => !isRetired);
  const retired = found.filter(({ isRetired }) => isRetired);
  const own = units?.items.find(({ name }) => name === session.officer.unitName);
  const isForAll = session.permissions.includes('administer');
  const choices = [...(isForAll ? [{ value: '', label: words.everybodys }] : []), ...unitChoices(units?.items ?? [])];

  return (
    <Page
      title={words.title}
      lead={words.lead}
      deeds={<Button onClick={() => setEditing('new')}>{words.create}</Button>}
    >
      <div className={styles.tools}>
        <TextInput label={words.find} w={280} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <span className={styles.small}>{labels !== undefined && words.count(offered.length)}</span>
      </div>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {labels === undefined && error === null && <Loader size="sm" />}
      {labels !== undefined && offered.length === 0 && (
        <p className="quiet">{labels.length === 0 ? words.none : words.noneFound}</p>
      )}
      {offered.length > 0 && <LabelTable labels={offered} edit={setEditing} retire={setRetiring} />}
      {retired.length > 0 && (
        <section className={styles.section}>
          <h2 className={styles.title}>{words.retired}</h2>
          <LabelChips labels={retired} />
        </section>
      )}
      {editing !== null && (
        <LabelForm
          label={editing === 'new' ? null : editing}
          choices={choices}
          usual={isForAll || own === undefined ? '' : String(own.id)}
          close={() => setEditing(null)}
        />
      )}
      {retiring !== null && <Retiring label={retiring} close={() => setRetiring(null)} />}
    </Page>
  );
}

function Retiring({ label: { id, name }, close }: { label: LabelView; close: () => void }) {
  const words = useLabelPageWords();
  const deed = useLabelDeed(retireLabel, close);
  return (
    <FormDialog
      title={words.retireOf(name)}
      confirm={words.retire}
      mutation={deed}
      save={() => deed.mutate(id)}
      close={close}
    >
      <p>{words.sure}</p>
    </FormDialog>
  );
}
