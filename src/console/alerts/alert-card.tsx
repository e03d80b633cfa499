import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AlertView } from '../../http/views.ts';
import { Emphasised } from '../components/emphasised.tsx';
import { Icon } from '../components/icons.tsx';
import { Refusal } from '../components/refusal.tsx';
import { Tag } from '../components/tag.tsx';
import { acknowledgeAlert } from '../data/api.ts';
import { alertsQuery, sessionQuery } from '../data/queries.ts';
import { useLanguage } from '../language/language.tsx';
import type { Tone } from '../time/clock-face.ts';
import { useDeskNow } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import styles from './alerts-page.module.css';

const tones: Record<AlertView['kind'], Tone> = {
  assigned: 'neutral',
  reminder: 'soon',
  raised: 'overdue',
  unacknowledged: 'overdue',
  message: 'neutral',
};

export function AlertCard({ alert, isWaiting }: { alert: AlertView; isWaiting: boolean }) {
  const { phrases, language } = useLanguage();
  const now = useDeskNow();
  const acknowledge = useAcknowledge(alert.id);
  return (
    <article className={styles.alert} data-waiting={isWaiting}>
      <div className={styles.words}>
        <div className={styles.tags}>
          <Tag tone={tones[alert.kind]} icon={tones[alert.kind] === 'overdue' ? 'warning' : 'bell'}>
            {phrases.alertKinds[alert.kind]}
          </Tag>
          <time dateTime={alert.createdAt} className="quiet figures">
            {moment(Date.parse(alert.createdAt), now, language)}
          </time>
        </div>
        <p className={styles.text}>
          <Emphasised text={alert.text} />
        </p>
        <p className={styles.foot}>
          <Link to="/cases/$reference" params={{ reference: alert.reference }} search={{ box: 'all' }}>
            {phrases.openCase(alert.reference)}
          </Link>
          {alert.enterprise !== null && <span className="quiet">{alert.enterprise}</span>}
          {alert.acknowledgedAt !== null && (
            <span className="quiet">
              {phrases.acknowledgedAt(moment(Date.parse(alert.acknowledgedAt), now, language))}
            </span>
          )}
        </p>
        <Refusal error={acknowledge.error} />
      </div>
      {isWaiting && (
        <Button
          leftSection={<Icon name="check" size={16} />}
          loading={acknowledge.isPending}
          onClick={() => acknowledge.mutate()}
        >
          {phrases.acknowledge}
        </Button>
      )}
    </article>
  );
}

function useAcknowledge(id: number) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => acknowledgeAlert(id),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: alertsQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      ]),
  });
}
