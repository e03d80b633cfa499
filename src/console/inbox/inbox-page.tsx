import { VisuallyHidden } from '@mantine/core';
import { Outlet, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { LaterCasePage } from '../case/later-case-page.ts';
import { onceIdle } from '../components/when-idle.tsx';
import { usePhrases } from '../language/language.tsx';
import { BoxTabs } from './box-tabs.tsx';
import { CaseFilters } from './case-filters.tsx';
import { CaseList } from './case-list.tsx';
import styles from './inbox-page.module.css';
import { SavedFilters } from './saved-filters.tsx';

/** The list of cases with the opened one beside it; on a phone, one or the other. */
export function InboxPage() {
  const phrases = usePhrases();
  const { reference } = useParams({ strict: false });
  // So that the first case opens at once.
  useEffect(() => onceIdle(() => void LaterCasePage.preload?.()), []);
  return (
    <div className={styles.inbox} data-open={reference !== undefined}>
      <VisuallyHidden component="h1">{phrases.inbox}</VisuallyHidden>
      <section aria-label={phrases.caseList} className={styles.list}>
        <BoxTabs />
        <SavedFilters />
        <CaseFilters />
        <CaseList />
      </section>
      <div className={styles.case}>
        <Outlet />
      </div>
    </div>
  );
}
