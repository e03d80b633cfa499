import { useDocumentTitle } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { AskAgainDialog } from '../account/ask-again-dialog.tsx';
import { AlertToasts } from '../alerts/alert-toasts.tsx';
import { sessionQuery } from '../data/queries.ts';
import { useLiveChanges } from '../data/use-live-changes.ts';
import { GoTo } from '../keyboard/go-to.tsx';
import { usePhrases } from '../language/language.tsx';
import { PaletteKey } from '../palette/palette-key.tsx';
import { PendingToasts } from '../thread/pending-toasts.tsx';
import { AccountWarning } from './account-warning.tsx';
import { CalendarWarning } from './calendar-warning.tsx';
import { DemoClock } from './demo-clock.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import { Rail } from './rail.tsx';
import styles from './shell.module.css';

/** What surrounds every page of a signed-in officer. */
export function Shell() {
  const phrases = usePhrases();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const isConnected = useLiveChanges();
  const waiting = session.unacknowledgedAlerts;
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
          <Outlet />
        </main>
      </div>
      <AlertToasts />
      <PendingToasts />
      <PaletteKey />
      <GoTo />
      <KeyboardHelp />
      <AskAgainDialog />
    </div>
  );
}
