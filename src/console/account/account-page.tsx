import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { AccountView } from '../../http/account-routes.ts';
import { Refusal } from '../components/refusal.tsx';
import { Tag } from '../components/tag.tsx';
import { sessionQuery } from '../data/queries.ts';
import { useLanguage } from '../language/language.tsx';
import styles from '../links/links-page.module.css';
import { useDeskNow } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import { accountQuery, endOtherSessions, endSession } from './data.ts';
import { SecondFactor } from './second-factor.tsx';
import { shortAddress } from './short-address.ts';
import { useAccountWords } from './words.ts';

/** One's own sign-in: the second factor and where it is in use. */
export function AccountPage() {
  const words = useAccountWords();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: account, error } = useQuery(accountQuery);
  return (
    <div className={styles.page}>
      <h1 className={styles.heading}>{words.title}</h1>
      <p className="quiet">{session.officer.email}</p>
      <Refusal error={error} />
      {account !== undefined && (
        <>
          <SecondFactor account={account} />
          <Sessions sessions={account.sessions} />
        </>
      )}
    </div>
  );
}

function Sessions({ sessions }: { sessions: AccountView['sessions'] }) {
  const words = useAccountWords();
  const endingOthers = useEnding(endOtherSessions);
  return (
    <section aria-label={words.sessions} className={styles.section}>
      <h2 className={styles.title}>{words.sessions}</h2>
      {sessions.map((session) => (
        <Session key={session.id} session={session} />
      ))}
      <Refusal error={endingOthers.error} />
      {sessions.length > 1 && (
        <Button mt="sm" variant="default" loading={endingOthers.isPending} onClick={() => endingOthers.mutate()}>
          {words.endOthers}
        </Button>
      )}
    </section>
  );
}

function Session({ session }: { session: AccountView['sessions'][number] }) {
  const words = useAccountWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const ending = useEnding(() => endSession(session.id));
  const { browser, address, createdAt, isThisOne } = session;
  return (
    <div className={styles.row}>
      <Group gap="xs">
        <strong>{browser === null ? words.unknownBrowser : nameOf(browser)}</strong>
        <span className="quiet">
          {address !== null && `${shortAddress(address) ?? words.thisComputer}, `}
          {words.since(moment(Date.parse(createdAt), now, language))}
        </span>
        {isThisOne && <Tag>{words.thisOne}</Tag>}
      </Group>
      {!isThisOne && (
        <Button size="xs" variant="default" loading={ending.isPending} onClick={() => ending.mutate()}>
          {words.end}
        </Button>
      )}
      <Refusal error={ending.error} />
    </div>
  );
}

function useEnding(end: () => Promise<unknown>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: end,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: accountQuery.queryKey }),
  });
}

/** The browser and the system by the names people know; what is not known, as it was sent. */
function nameOf(userAgent: string): string {
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\//u.exec(userAgent)?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/u.exec(userAgent)?.[1];
  if (browser === undefined) return userAgent.slice(0, 60);
  const known = { Edg: 'Edge', OPR: 'Opera' }[browser] ?? browser;
  return system === undefined ? known : `${known}, ${system}`;
}
