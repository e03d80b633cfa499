import { FileInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { importCalendar } from '../data.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useDeed } from '../parts/use-deed.ts';
import { useCalendarWords } from './words.ts';

/** Proposes the days of an edited table; the server names every line that it cannot read. */
export function ImportDays({ close }: { close: () => void }) {
  const words = useCalendarWords();
  const [table, setTable] = useState('');
  const [note, setNote] = useState('');
  const importing = useDeed(importCalendar, close);
  return (
    <FormDialog
      title={words.import}
      confirm={words.propose}
      size="lg"
      mutation={importing}
      isReady={table.trim() !== '' && note.trim() !== ''}
      save={() => importing.mutate({ note, table })}
      close={close}
    >
      <FileInput
        label={words.file}
        accept=".csv,text/csv,text/plain"
        clearable
        onChange={(file) => void file?.text().then(setTable)}
      />
      <Textarea label={words.table} rows={8} value={table} onChange={(event) => setTable(event.currentTarget.value)} />
      <Textarea
        label={words.note}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
