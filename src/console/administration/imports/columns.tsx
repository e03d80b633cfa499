import { Button, Group, NativeSelect, Table } from '@mantine/core';
import { useState } from 'react';
import { Refusal } from '../../components/refusal.tsx';
import { Tag } from '../../components/tag.tsx';
import { useDeed } from '../parts/use-deed.ts';
import { Wide } from '../parts/wide.tsx';
import { chooseColumns, type ImportDetail, type Recognition } from './data.ts';
import own from './imports.module.css';
import { useImportWords } from './words.ts';

interface ColumnsProps {
  file: ImportDetail;
  recognition: Recognition;
  /** Whether the choice may still be changed. */
  isOpen: boolean;
}

/** Which header is read as which column, and a way to say it otherwise. */
export function Columns({ file, recognition, isOpen }: ColumnsProps) {
  const words = useImportWords();
  const { form, headerLine, readAs, columns, headers, ignored } = recognition;
  const recognised = Object.fromEntries(
    columns.flatMap(({ name, header }) => (header === null ? [] : [[name, header]])),
  );
  const [chosen, setChosen] = useState<Record<string, string>>(recognised);
  const choosing = useDeed(chooseColumns);
  const isOther = columns.some(({ name }) => (chosen[name] ?? '') !== (recognised[name] ?? ''));
  const isWhole = columns.every(({ name, isRequired }) => !isRequired || (chosen[name] ?? '') !== '');
  const choices = [
    { value: '', label: words.notRead },
    ...[...new Set(headers)].map((value) => ({ value, label: value })),
  ];

  function apply(): void {
    const named = Object.fromEntries(Object.entries(chosen).filter(([, header]) => header !== ''));
    choosing.mutate({ id: file.id, columns: { form, headers: named } });
  }

  return (
    <details className={own.columns} open={file.state === 'refused'}>
      <summary>{words.columns}</summary>
      <p className={own.hint}>
        {words.columnsLead(form, headerLine, readAs)} {ignored.length > 0 && words.ignored(ignored.join(', '))}
      </p>
      <Wide label={words.columns}>
        <Table verticalSpacing={4} horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.column}</Table.Th>
              <Table.Th>{words.header}</Table.Th>
              <Table.Th>{words.sample}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {columns.map(({ name, title, isRequired, header, samples }) => (
              <Table.Tr key={name}>
                <Table.Td>
                  {title}{' '}
                  {isRequired && (
                    <Tag tone={header === null ? 'overdue' : 'neutral'}>
                      {header === null ? `${words.required}, ${words.missing}` : words.required}
                    </Tag>
                  )}
                </Table.Td>
                <Table.Td>
                  {isOpen ? (
                    <NativeSelect
                      size="xs"
                      aria-label={`${words.header}: ${title}`}
                      data={choices}
                      value={chosen[name] ?? ''}
                      onChange={({ currentTarget: { value } }) => setChosen({ ...chosen, [name]: value })}
                    />
                  ) : (
                    (header ?? words.notRead)
                  )}
                </Table.Td>
                <Table.Td className={own.mono}>{samples.filter((text) => text !== '').join(' · ')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
      {isOpen && (
        <Group gap="xs" mt="sm">
          <Button size="xs" disabled={!isOther || !isWhole} loading={choosing.isPending} onClick={apply}>
            {words.apply}
          </Button>
          {file.columns !== null && (
            <Button size="xs" variant="default" onClick={() => choosing.mutate({ id: file.id, columns: null })}>
              {words.automatic}
            </Button>
          )}
        </Group>
      )}
      <Refusal error={choosing.error} />
    </details>
  );
}
