import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet, useLocation, useParams, useRouteContext } from '@tanstack/react-router';
import { Failure } from '../components/failure.tsx';
import { useLookUpWords } from '../look-ups/words.ts';
import { AppendixList } from './appendix-list.tsx';
import { appendicesQuery } from './data.ts';
import styles from './library-page.module.css';
import { useLibraryWords } from './words.ts';

const route = getRouteApi('/signedIn/library');

/** The appendices beside the one that is read; on a phone, one or the other. */
export function LibraryPage() {
  const words = useLibraryWords();
  const lookUpWords = useLookUpWords();
  const { asOf } = route.useSearch();
  const navigate = route.useNavigate();
  const { session } = useRouteContext({ from: '/signedIn' });
  const { code } = useParams({ strict: false });
  const isIndex = useLocation({ select: ({ pathname }) => /\/library\/?$/u.test(pathname) });
  const { data: appendices, error, refetch } = useQuery(appendicesQuery(asOf));
  return (
    <div className={styles.library} data-open={!isIndex}>
      <aside className={styles.side} aria-label={words.title}>
        <h1 className={styles.heading}>{words.title}</h1>
        <nav className={styles.tabs} aria-label={words.title}>
          <Link
            to="/library"
            search={keepDay}
            activeOptions={{ exact: code === undefined, includeSearch: false }}
            className={styles.tab}
          >
            {words.rail}
          </Link>
          <Link to="/library/changes" search={keepDay} className={styles.tab}>
            {words.changes}
          </Link>
          {session.permissions.includes('keepLibrary') && (
            <Link to="/library/drafts" search={keepDay} className={styles.tab}>
              {words.drafts}
            </Link>
          )}
          {session.permissions.includes('keepLibrary') && (
            <Link to="/library/look-ups" search={keepDay} className={styles.tab}>
              {lookUpWords.tab}
            </Link>
          )}
        </nav>
        <div className={styles.day}>
          <TextInput
            type="date"
            size="sm"
            label={words.asOf}
            value={asOf ?? ''}
            onChange={(event) => {
              const day = event.currentTarget.value;
              void navigate({ to: '.', search: (before) => ({ ...before, asOf: day === '' ? undefined : day }) });
            }}
          />
          {asOf !== undefined && (
            <Link to="." search={(before) => ({ ...before, asOf: undefined })} className={styles.today}>
              {words.today}
            </Link>
          )}
        </div>
        {error !== null && appendices === undefined && <Failure error={error} retry={() => void refetch()} />}
        {appendices !== undefined && <AppendixList appendices={appendices} />}
      </aside>
      <div className={styles.content}>
        <Outlet />
      </div>
    </div>
  );
}

function keepDay({ asOf }: { asOf?: string | undefined }): { asOf?: string } {
  return asOf === undefined ? {} : { asOf };
}
