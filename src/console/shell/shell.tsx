import { useDocumentTitle } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { AskAgainPlace } from '../account/ask-again-place.tsx';
import { onceIdle, WhenIdle } from '../components/when-idle.tsx';
import { forgetFirstAnswers } from '../data/first-answers.ts';
import { sessionQuery } from '../data/queries.ts';
import { useLiveChanges } from '../data/use-live-changes.ts';
import { GoTo } from '../keyboard/go-to.tsx';
import { usePhrases } from '../language/language.tsx';
import { PaletteKey } from '../palette/palette-key.tsx';
import { PendingToasts } from '../thread/pending-toasts.tsx';
import { AccountWarning } from './account-warning.tsx';
import { CalendarWarning } from './calendar-warning.tsx';
import { DemoClock } from './demo-clock.tsx';
import { KeyboardHelpKey } from './keyboard-help-key.tsx';
import { PageIfAllowed } from './page-if-allowed.tsx';
import { Rail } from './rail.tsx';
import styles from './shell.module.css';

const AlertToasts = lazy(async () => ({ default: (await import('../alerts/alert-toasts.tsx')).AlertToasts }));

/** What surrounds every page of a signed-in officer. */
export function Shell() {
  const phrases = usePhrases();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const [readFrom] = useState(session.serverTime);
  const isConnected = useLiveChanges(readFrom);
  const waiting = session.unacknowledgedAlerts;
  useEffect(() => onceIdle(forgetFirstAnswers), []);
  useDocumentTitle(waiting > 0 ? `(${waiting}) ${phrases.product}` : phrases.product);
  return (
    <div className={styles.shell}>
      <a className="skip" href="#content">
        {phrases.skipToContent}
      </a>
      <Rail session={session} />
      <div className={styles.beside}>
        {!isConnected && <output className={styles.connection}>{phrases.reconnecting}</output>}
        <AccountWarning />
        <CalendarWarning />
        {session.isDemonstration && <DemoClock />}
        <main id="content" tabIndex={-1} className={styles.content}>
          <PageIfAllowed session={session} />
        </main>
      </div>
      <WhenIdle>
        <Suspense fallback={null}>
          <AlertToasts since={readFrom} />
        </Suspense>
      </WhenIdle>
      <PendingToasts />
      <PaletteKey />
      <GoTo />
      <KeyboardHelpKey />
      <AskAgainPlace />
    </div>
  );
}
