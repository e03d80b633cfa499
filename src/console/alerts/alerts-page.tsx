import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AlertView } from '../../http/views.ts';
import { Failure } from '../components/failure.tsx';
import { QuietPlace } from '../components/quiet-place.tsx';
import { alertsQuery } from '../data/queries.ts';
import { usePhrases } from '../language/language.tsx';
import { WatchedNews } from '../watching/watched-news.tsx';
import { AlertCard } from './alert-card.tsx';
import styles from './alerts-page.module.css';
import { Notices } from './notices.tsx';

/** What the officer was told; what still waits for an acknowledgement comes first. */
export function AlertsPage() {
  const phrases = usePhrases();
  const { data: alerts, error, refetch } = useQuery(alertsQuery);

  if (alerts === undefined) {
    if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
    return <Loader m="xl" size="sm" aria-label={phrases.loading} />;
  }
  return (
    <div className={styles.page}>
      <h1 className={styles.heading}>{phrases.alerts}</h1>
      {alerts.length === 0 && (
        <QuietPlace icon="bell">
          <p>{phrases.noAlerts}</p>
        </QuietPlace>
      )}
      <AlertGroup title={phrases.toAcknowledge} alerts={alerts.filter(isWaiting)} />
      <WatchedNews />
      <Notices />
      <AlertGroup title={phrases.earlierAlerts} alerts={alerts.filter((alert) => !isWaiting(alert))} />
    </div>
  );
}

function isWaiting(alert: AlertView): boolean {
  return alert.needsAcknowledgement && alert.acknowledgedAt === null;
}

function AlertGroup({ title, alerts }: { title: string; alerts: readonly AlertView[] }) {
  if (alerts.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className={styles.group}>{title}</h2>
      <ul className={styles.alerts}>
        {alerts.map((alert) => (
          <li key={alert.id}>
            <AlertCard alert={alert} isWaiting={isWaiting(alert)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
