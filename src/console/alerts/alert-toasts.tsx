import { Text } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link, useMatchRoute } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { AlertView } from '../../http/views.ts';
import { withoutEmphasis } from '../components/emphasis.ts';
import { alertsQuery } from '../data/queries.ts';
import { usePhrases } from '../language/language.tsx';
import type { Phrases } from '../language/phrases.vi.ts';
import { arrived } from './arrived.ts';

const shownMs = 12_000;

/**
 * Shows each alert that arrives while the page is open, from the desk's instant `since` on: this is loaded a moment after the
 * page. Those that were there before are on their own page.
 */
export function AlertToasts({ since }: { since: string }) {
  const phrases = usePhrases();
  const { data: alerts } = useQuery(alertsQuery);
  const isOnTheirPage = useMatchRoute()({ to: '/alerts' }) !== false;
  const newestSeen = useRef<number | null>(null);

  useEffect(() => {
    if (alerts === undefined) return;
    const news = arrived(alerts, { seenId: newestSeen.current, since });
    newestSeen.current = Math.max(newestSeen.current ?? 0, ...alerts.map(({ id }) => id));
    // The page of alerts shows them already, and a toast would cover its buttons.
    if (isOnTheirPage) return;
    for (const alert of news) show(alert, phrases);
  }, [alerts, phrases, isOnTheirPage, since]);

  return <Notifications position="top-right" limit={4} containerWidth={344} />;
}

function show(alert: AlertView, phrases: Phrases): void {
  notifications.show({
    id: `alert-${alert.id}`,
    title: `${phrases.newAlert} · ${alert.reference}`,
    message: (
      <Link to="/cases/$reference" params={{ reference: alert.reference }} search={{ box: 'all' }} className="link">
        <Text component="span" inherit lineClamp={2}>
          {withoutEmphasis(alert.text)}
        </Text>
      </Link>
    ),
    color: alert.needsAcknowledgement ? 'red' : 'sea',
    autoClose: shownMs,
    closeButtonProps: { 'aria-label': phrases.close },
    withBorder: true,
  });
}
