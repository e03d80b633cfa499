import { Button, Group, Loader, Progress } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Failure } from '../../components/failure.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { useLanguage } from '../../language/language.tsx';
import { useDeskNow } from '../../time/desk-time.ts';
import { shortMoment } from '../../time/moments.ts';
import styles from '../page.module.css';
import { useDeed } from '../parts/use-deed.ts';
import { Columns } from './columns.tsx';
import { CountTiles } from './counts.tsx';
import { discardFile, type ImportDetail, importQuery, importsQuery, startImport } from './data.ts';
import own from './imports.module.css';
import { RejectedRows } from './rejected-rows.tsx';
import { Samples } from './samples.tsx';
import { StateTag } from './state-tag.tsx';
import { useImportWords } from './words.ts';

/** One file from the moment it is brought: being read, looked at, imported, done. */
export function FilePanel({ id }: { id: number }) {
  const { data: file, error, refetch } = useQuery(importQuery(id));
  const queryClient = useQueryClient();
  const state = file?.state;
  // The list beside it shows the same state.
  useEffect(() => {
    if (state !== undefined) void queryClient.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true });
  }, [state, queryClient]);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  return file === undefined ? <Loader size="sm" mt="md" /> : <Panel key={file.id} file={file} />;
}

function Panel({ file }: { file: ImportDetail }) {
  const words = useImportWords();
  const { recognition, preview, state } = file;
  const isOpen = state === 'read' || state === 'refused';
  return (
    <section className={`${styles.card} ${own.panel}`} aria-label={file.name}>
      <Top file={file} />
      <Standing file={file} />
      {file.counts !== null && state !== 'reading' && state !== 'refused' && (
        <div>
          <p className={styles.small}>{words.rowsRead(file.counts.read)}</p>
          <CountTiles counts={file.counts} />
        </div>
      )}
      {recognition !== null && (
        <Columns key={JSON.stringify(recognition.columns)} file={file} recognition={recognition} isOpen={isOpen} />
      )}
      {preview !== null && (
        <>
          <RejectedRows file={file} rejected={preview.rejected} all={preview.counts.rejected} />
          <Samples title={words.counts.changed} samples={preview.changed} all={preview.counts.changed} />
          <Samples title={words.counts.added} samples={preview.added} all={preview.counts.added} />
          <Samples title={words.counts.unchanged} samples={preview.unchanged} all={preview.counts.unchanged} />
        </>
      )}
    </section>
  );
}

/** What the file is called, who brought it, and what can be done about it. */
function Top({ file }: { file: ImportDetail }) {
  const words = useImportWords();
  const when = useWhen();
  const starting = useDeed(startImport);
  const discarding = useDeed(discardFile);
  const { id, state, preview } = file;
  const rows = preview === null ? 0 : preview.counts.added + preview.counts.changed;
  const mayDiscard = state === 'read' || state === 'refused' || state === 'stopped';
  return (
    <div>
      <div className={own.top}>
        <div>
          <h2 className={`${styles.title} ${own.name}`}>
            {words.nouns[file.noun]}: {file.name} <StateTag state={state} />
          </h2>
          <p className={styles.small}>
            {words.brought(file.broughtBy, when(file.broughtAt))}
            {file.startedBy !== null &&
              file.startedAt !== null &&
              ` · ${words.started(file.startedBy, when(file.startedAt))}`}
          </p>
        </div>
        <Group gap="xs">
          {mayDiscard && (
            <Button variant="default" loading={discarding.isPending} onClick={() => discarding.mutate(id)}>
              {words.discard}
            </Button>
          )}
          {state === 'read' && (
            <Button disabled={rows === 0} loading={starting.isPending} onClick={() => starting.mutate(id)}>
              {words.start(rows)}
            </Button>
          )}
          {state === 'stopped' && (
            <Button loading={starting.isPending} onClick={() => starting.mutate(id)}>
              {words.continue}
            </Button>
          )}
        </Group>
      </div>
      <Refusal error={starting.error ?? discarding.error} />
      {state === 'read' && rows === 0 && <p className={own.told}>{words.nothing}</p>}
      {file.importedBefore !== null && state === 'read' && (
        <p className={`${own.told} ${own.careful}`}>
          {words.before(file.importedBefore.by, when(file.importedBefore.at))}
        </p>
      )}
    </div>
  );
}

/** How far the work is, or how it ended. */
function Standing({ file }: { file: ImportDetail }) {
  const words = useImportWords();
  const { state, progress, counts, refusal } = file;
  if (state === 'reading' || state === 'importing')
    return (
      <div role="status">
        <p className={own.told}>
          {state === 'reading' ? words.reading : words.importing} {file.isResumed && words.resumed}
        </p>
        <Progress value={progress ?? 100} animated={progress === null} mt="xs" aria-label={words.states[state]} />
      </div>
    );
  if (state === 'imported' && counts !== null)
    return (
      <p className={`${own.told} ${own.good}`} role="status">
        {words.done(counts)}
      </p>
    );
  if (state === 'stopped')
    return (
      <p className={`${own.told} ${own.bad}`} role="status">
        {refusal} {words.stopped(counts)}
      </p>
    );
  if (state !== 'refused') return null;
  return (
    <p className={`${own.told} ${own.bad}`} role="status">
      {refusal}
    </p>
  );
}

function useWhen(): (at: string) => string {
  const { language } = useLanguage();
  const now = useDeskNow();
  return (at) => shortMoment(Date.parse(at), now, language);
}
