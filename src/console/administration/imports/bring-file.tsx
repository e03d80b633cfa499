import { Button, FileButton, Select } from '@mantine/core';
import { useState } from 'react';
import { Refusal } from '../../components/refusal.tsx';
import styles from '../page.module.css';
import { useDeed } from '../parts/use-deed.ts';
import { bringFile, type ImportNoun } from './data.ts';
import own from './imports.module.css';
import { useFileDrop } from './use-file-drop.ts';
import { useImportWords } from './words.ts';

const nouns = ['enterprises', 'agreements', 'associations', 'declarations', 'organisation'] as const;
const types = '.csv,.txt,.tsv,.xlsx';

/** Which list it is, its template, and a place to drop the file. */
export function BringFile({ opened }: { opened: (id: number) => void }) {
  const words = useImportWords();
  const [noun, setNoun] = useState<ImportNoun>('enterprises');
  const bringing = useDeed(bringFile, ({ id }) => opened(id));

  const bring = (file: File) => bringing.mutate({ noun, file });
  const isOver = useFileDrop(bring);

  return (
    <section className={`${styles.card} ${own.bring}`} aria-label={words.choose}>
      <div className={styles.tools} style={{ margin: 0 }}>
        <Select
          label={words.what}
          w={240}
          allowDeselect={false}
          data={nouns.map((value) => ({ value, label: words.nouns[value] }))}
          value={noun}
          onChange={(value) => setNoun(nouns.find((each) => each === value) ?? noun)}
        />
        <Button component="a" variant="default" href={`/api/v1/import-templates/${noun}`} download>
          {words.template}
        </Button>
      </div>
      <p className={own.hint}>{words.hints[noun]}</p>
      <div className={`${own.drop} ${isOver ? own.over : ''}`}>
        <span>{words.drop}</span>
        <FileButton
          accept={types}
          onChange={(file) => file !== null && bring(file)}
          inputProps={{ 'aria-label': words.choose }}
        >
          {(props) => (
            <Button {...props} loading={bringing.isPending}>
              {words.choose}
            </Button>
          )}
        </FileButton>
        <p>{bringing.isPending ? words.sending : words.limits}</p>
      </div>
      <Refusal error={bringing.error} />
    </section>
  );
}
