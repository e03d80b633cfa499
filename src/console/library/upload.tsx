import { Button, FileButton, Group, Loader, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReadingView } from '../../http/library-draft-views.ts';
import { Refusal } from '../components/refusal.tsx';
import { type ChosenFile, proposeDraft, readFile } from './data.ts';
import { type Described, DescriptionFields, describedBy } from './description-fields.tsx';
import styles from './drafts.module.css';
import { useLibraryWords } from './words.ts';

const types = '.md,.markdown,.txt,.docx,.pdf';

/** A file, what was understood of it, and what it does not say of itself; kept only when the person says so. */
export function Upload() {
  const words = useLibraryWords();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const reading = useMutation({
    mutationFn: async (chosen: File) => {
      const read = { name: chosen.name, contentBase64: await base64Of(chosen) };
      setFile(read);
      return readFile(read);
    },
  });
  return (
    <section className={styles.upload}>
      <Group gap="md" wrap="nowrap" align="center">
        <FileButton accept={types} onChange={(chosen) => chosen !== null && reading.mutate(chosen)}>
          {(props) => (
            <Button {...props} flex="none">
              {words.upload}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {words.uploadHint}
        </Text>
      </Group>
      {reading.isPending && (
        <Group gap="xs" mt="sm">
          <Loader size="xs" />
          <Text size="sm">{words.reading}</Text>
        </Group>
      )}
      <Refusal error={reading.error} />
      {reading.data !== undefined && file !== null && <Preview key={file.name} file={file} reading={reading.data} />}
    </section>
  );
}

function Preview({ file, reading }: { file: ChosenFile; reading: ReadingView }) {
  const words = useLibraryWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [described, setDescribed] = useState<Described>(describedBy(reading.description));
  const keeping = useMutation({
    mutationFn: () => {
      const { effectiveTo, ...rest } = described;
      return proposeDraft(file, { ...rest, effectiveTo: effectiveTo === '' ? null : effectiveTo });
    },
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: ['appendices', 'drafts'] });
      await navigate({ to: '/library/drafts/$id', params: { id: String(id) } });
    },
  });
  const count = (level: string) => reading.rows.filter((row) => row.level === level).length;
  return (
    <Stack gap="sm" mt="md">
      <Text fw={600}>{words.recognised(count('article'), count('clause'), count('point'))}</Text>
      <ul className={styles.outline} lang="vi">
        {reading.rows
          .filter(({ level }) => level === 'article')
          .map(({ number, heading }, index) => (
            <li key={`${number}-${String(index)}`}>
              Điều {number}. {heading}
            </li>
          ))}
      </ul>
      {[
        ...reading.warnings,
        ...(reading.leftovers.length > 0 ? [words.leftoverCount(reading.leftovers.length)] : []),
      ].map((warning) => (
        <Text key={warning} size="sm" className={styles.warning ?? ''}>
          {warning}
        </Text>
      ))}
      <DescriptionFields described={described} hasCode onChange={setDescribed} />
      <Refusal error={keeping.error} />
      <Group>
        <Button loading={keeping.isPending} onClick={() => keeping.mutate()}>
          {words.saveDraft}
        </Button>
      </Group>
    </Stack>
  );
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/u, ''));
    reader.onerror = () => reject(reader.error ?? new Error('The file cannot be read'));
    reader.readAsDataURL(file);
  });
}
