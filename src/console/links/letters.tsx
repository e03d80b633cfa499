import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Refusal } from '../components/refusal.tsx';
import { type ContactRole, createEnterpriseCodes } from '../data/api.ts';
import { Letter } from './letter.tsx';
import styles from './letters.module.css';
import { lettersCsv } from './letters-csv.ts';
import page from './links-page.module.css';
import { roleChoices } from './role-choices.ts';
import { useLinkWords } from './words.ts';

/** Makes codes for a list of enterprises and the letters that carry them, to be printed or merged elsewhere. */
export function Letters() {
  const words = useLinkWords();
  const form = useForm({ initialValues: { taxCodes: '', role: 'owner' as ContactRole } });
  const making = useMutation({
    mutationFn: ({ taxCodes, role }: typeof form.values) => createEnterpriseCodes(linesOf(taxCodes), role),
  });

  function make(values: typeof form.values): void {
    if (linesOf(values.taxCodes).length === 0) form.setFieldError('taxCodes', words.taxCodesNeeded);
    else making.mutate(values);
  }

  const made = making.data;
  return (
    <section aria-label={words.letters} className={page.section}>
      <h2 className={page.title}>{words.letters}</h2>
      <Text size="sm" c="dimmed" mb="xs">
        {words.lettersHint}
      </Text>
      <form onSubmit={form.onSubmit(make)}>
        <Stack gap="xs">
          <Textarea label={words.taxCodes} autosize minRows={3} maxRows={10} {...form.getInputProps('taxCodes')} />
          <Group gap="xs" align="flex-end">
            <Select
              label={words.role}
              data={roleChoices(words)}
              allowDeselect={false}
              {...form.getInputProps('role')}
            />
            <Button type="submit" loading={making.isPending}>
              {words.createLetters}
            </Button>
          </Group>
          <Refusal error={making.error} />
        </Stack>
      </form>
      {made !== undefined && (
        <Stack gap="sm" mt="md" role="status">
          {made.notFound.length > 0 && <Text>{words.notFound(made.notFound.join(', '))}</Text>}
          {made.items.length > 0 && (
            <Group gap="xs">
              <Text>{words.letterCount(made.items.length)}</Text>
              <Button onClick={() => print()}>{words.print}</Button>
              <Button component="a" variant="default" download="thu-lien-ket.csv" href={csvAddress(made.items)}>
                {words.download}
              </Button>
            </Group>
          )}
          <div className={styles.letters}>
            {made.items.map((item) => (
              <Letter key={item.id} item={item} />
            ))}
          </div>
        </Stack>
      )}
    </section>
  );
}

function linesOf(text: string): string[] {
  return text
    .split(/[\n,;]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function csvAddress(items: Parameters<typeof lettersCsv>[0]): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(lettersCsv(items))}`;
}
