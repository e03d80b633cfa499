import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChannelIcon } from '../components/channel-icon.tsx';
import { Refusal } from '../components/refusal.tsx';
import { Tag } from '../components/tag.tsx';
import { dataRequestsQuery } from '../data/queries.ts';
import { useLanguage } from '../language/language.tsx';
import styles from '../links/links-page.module.css';
import { useDeskNow } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import { Retention } from './retention.tsx';
import { usePrivacyWords } from './words.ts';

/** For administrators: what people asked about their data, by when it has to be done, and how long things are kept. */
export function DataRequestsPage() {
  const words = usePrivacyWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const { data: requests, error } = useQuery(dataRequestsQuery);
  const when = (at: string) => moment(Date.parse(at), now, language);
  return (
    <div className={styles.page}>
      <h1 className={styles.heading}>{words.title}</h1>
      <section aria-label={words.requests} className={styles.section}>
        <h2 className={styles.title}>{words.requests}</h2>
        <Refusal error={error} />
        {requests?.length === 0 && <p className="quiet">{words.none}</p>}
        {requests?.map((request) => (
          <div key={request.id} className={styles.row}>
            <Group gap="xs">
              <ChannelIcon channel={request.channel} />
              <strong>{words.kinds[request.kind]}</strong>
              <span>{request.person ?? words.unnamed}</span>
              <span className="quiet">
                {words.asked(when(request.askedAt))}
                {request.doneAt === null && `, ${words.due(when(request.dueBy))}`}
              </span>
            </Group>
            <Group gap="xs">
              {request.isOverdue && <Tag tone="overdue">{words.overdue}</Tag>}
              <Tag>{words.states[request.state]}</Tag>
            </Group>
          </div>
        ))}
      </section>
      <Retention />
    </div>
  );
}
