import { Button, Table } from '@mantine/core';
import { Wide } from '../parts/wide.tsx';
import type { ImportDetail, Preview } from './data.ts';
import own from './imports.module.css';
import { useImportWords } from './words.ts';

interface RejectedRowsProps {
  file: ImportDetail;
  rejected: Preview['rejected'];
  all: number;
}

/** Which rows are not taken and why, and all of them as a file to correct. */
export function RejectedRows({ file, rejected, all }: RejectedRowsProps) {
  const words = useImportWords();
  if (all === 0) return null;
  return (
    <section aria-label={words.counts.rejected}>
      <div className={own.head}>
        <h3>{words.counts.rejected}</h3>
        <span className="quiet">{words.first(rejected.length, all)}</span>
        {file.hasRejectedRows && (
          <Button component="a" size="xs" variant="default" href={`/api/v1/imports/${file.id}/rejected-rows`} download>
            {words.rejectedFile}
          </Button>
        )}
      </div>
      <p className={own.hint}>{words.rejectedLead}</p>
      <Wide label={words.counts.rejected}>
        <Table verticalSpacing={6} horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.line}</Table.Th>
              <Table.Th>{words.where}</Table.Th>
              <Table.Th>{words.value}</Table.Th>
              <Table.Th>{words.because}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rejected.flatMap(({ line, problems }) =>
              problems.map(({ column, value, because }, place) => (
                <Table.Tr key={`${String(line)} ${String(place)}`}>
                  <Table.Td className="figures">{place === 0 ? line : ''}</Table.Td>
                  <Table.Td>{column}</Table.Td>
                  <Table.Td className={own.mono}>{value}</Table.Td>
                  <Table.Td className={own.where}>{because}</Table.Td>
                </Table.Tr>
              )),
            )}
          </Table.Tbody>
        </Table>
      </Wide>
    </section>
  );
}
