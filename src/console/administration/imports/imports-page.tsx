import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Failure } from '../../components/failure.tsx';
import { Page } from '../parts/page.tsx';
import { BringFile } from './bring-file.tsx';
import { importsQuery } from './data.ts';
import { FilePanel } from './file-panel.tsx';
import { History } from './history.tsx';
import { useImportWords } from './words.ts';

/** Lists brought by file: looked at first, imported when somebody has seen what would come of it. */
export function ImportsPage() {
  const words = useImportWords();
  const navigate = useNavigate();
  const { file } = useSearch({ from: '/signedIn/administration/administration/imports' });
  const { data: list, error, refetch } = useQuery(importsQuery);
  const open = (id: number) => void navigate({ to: '/administration/imports', search: { file: id } });
  return (
    <Page title={words.title} lead={words.lead}>
      <BringFile opened={open} />
      {file !== undefined && <FilePanel key={file} id={file} />}
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {list === undefined && error === null && <Loader size="sm" mt="md" />}
      {list !== undefined && <History list={list} chosen={file ?? null} choose={open} />}
    </Page>
  );
}
