import { Drawer } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Failure } from '../components/failure.tsx';
import { CaseContext } from '../context/case-context.tsx';
import { caseQuery } from '../data/queries.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { usePhrases } from '../language/language.tsx';
import { Composer } from '../thread/composer.tsx';
import { Thread } from '../thread/thread.tsx';
import { understandingQuery } from '../thread/understanding-data.ts';
import { CaseHeader } from './case-header.tsx';
import styles from './case-page.module.css';
import { CaseSkeleton } from './case-skeleton.tsx';

const route = getRouteApi('/signedIn/cases/$reference');

/** One case: what was said, where to answer, and what is known about it. */
export function CasePage() {
  const { reference } = route.useParams();
  const navigate = route.useNavigate();
  useShortcuts({ Escape: () => void navigate({ to: '/cases', search: (current) => current }) });
  return <OpenedCase key={reference} reference={reference} />;
}

function OpenedCase({ reference }: { reference: string }) {
  const phrases = usePhrases();
  const { data: openCase, error, refetch } = useQuery(caseQuery(reference));
  const hasRoomBeside = useMediaQuery('(min-width: 1280px)', true, { getInitialValueInEffect: false });
  const [isContextOpen, context] = useDisclosure(false);

  // It stands above the thread, which would move down when it comes.
  const { isPending: isUnderstandingPending } = useQuery(understandingQuery(reference));

  if (openCase === undefined || isUnderstandingPending) {
    if (error !== null && openCase === undefined) return <Failure error={error} retry={() => void refetch()} />;
    return <CaseSkeleton label={phrases.loading} hasRoomBeside={hasRoomBeside} />;
  }
  return (
    <div className={styles.page}>
      <div className={styles.talk}>
        <CaseHeader openCase={openCase} showContext={hasRoomBeside ? null : context.open} />
        <Thread messages={openCase.messages} reference={reference} />
        <Composer openCase={openCase} />
      </div>
      {hasRoomBeside ? (
        <aside aria-label={phrases.details} className={styles.context}>
          <CaseContext openCase={openCase} />
        </aside>
      ) : (
        <Drawer
          opened={isContextOpen}
          onClose={context.close}
          position="right"
          size={380}
          title={phrases.details}
          closeButtonProps={{ 'aria-label': phrases.close }}
        >
          <CaseContext openCase={openCase} />
        </Drawer>
      )}
    </div>
  );
}
