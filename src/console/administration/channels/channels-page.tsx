import { Code, Loader, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChannelIcon } from '../../components/channel-icon.tsx';
import { Failure } from '../../components/failure.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLanguage } from '../../language/language.tsx';
import { useDeskNow } from '../../time/desk-time.ts';
import { shortMoment } from '../../time/moments.ts';
import { type Channels, channelsQuery } from '../data.ts';
import styles from '../page.module.css';
import { Page } from '../parts/page.tsx';
import { Wide } from '../parts/wide.tsx';
import { useChannelWords } from './words.ts';

const tones = { working: 'met', warning: 'soon', broken: 'overdue' } as const;

/** How our accounts on chat platforms are. */
export function ChannelsPage() {
  const words = useChannelWords();
  const { data, error, refetch } = useQuery(channelsQuery);
  return (
    <Page title={words.title} lead={words.lead}>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Loader size="sm" />}
      {data !== undefined && (
        <>
          <section className={styles.section} aria-label={words.accounts}>
            {data.accounts.length === 0 ? (
              <p className="quiet">{words.none}</p>
            ) : (
              <AccountTable accounts={data.accounts} />
            )}
          </section>
          <section className={styles.section} aria-label={words.webhooks}>
            <h2 className={styles.title}>{words.webhooks}</h2>
            <p className={styles.small}>{words.webhooksLead}</p>
            <ul className={styles.rows}>
              {data.webhooks.map(({ platform, url }) => (
                <li key={platform}>
                  <span>{words.platforms[platform]}</span>
                  <Code>{url}</Code>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </Page>
  );
}

function AccountTable({ accounts }: { accounts: Channels['accounts'] }) {
  const words = useChannelWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const when = (at: string | null) => (at === null ? words.never : shortMoment(Date.parse(at), now, language));
  return (
    <Wide label={words.accounts}>
      <Table verticalSpacing={8} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.account}</Table.Th>
            <Table.Th>{words.state}</Table.Th>
            <Table.Th>{words.ends}</Table.Th>
            <Table.Th>{words.received}</Table.Th>
            <Table.Th>{words.sent}</Table.Th>
            <Table.Th>{words.waiting}</Table.Th>
            <Table.Th>{words.held}</Table.Th>
            <Table.Th>{words.failed}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {accounts.map((each) => (
            <Table.Tr key={`${each.channel} ${each.account}`}>
              <Table.Td>
                <ChannelIcon channel={each.channel} /> {each.account}
              </Table.Td>
              <Table.Td>
                {each.state === null ? (
                  <Tag>{words.unchecked}</Tag>
                ) : (
                  <Tag tone={tones[each.state]}>{words.states[each.state]}</Tag>
                )}
                {each.checkedAt !== null && (
                  <div className={`${styles.small} figures`}>
                    {words.checked} {when(each.checkedAt)}
                  </div>
                )}
                {each.state !== 'working' && each.whatToDo !== '' && <div lang="vi">{each.whatToDo}</div>}
                {each.silentUntil !== null && Date.parse(each.silentUntil) > now && (
                  <div>{words.silent(when(each.silentUntil))}</div>
                )}
              </Table.Td>
              <Table.Td className="figures">{each.endsAt === null ? '–' : when(each.endsAt)}</Table.Td>
              <Table.Td className="figures">{when(each.lastReceivedAt)}</Table.Td>
              <Table.Td className="figures">{when(each.lastSentAt)}</Table.Td>
              <Table.Td className="figures">{each.queued}</Table.Td>
              <Table.Td className="figures">{each.held}</Table.Td>
              <Table.Td className="figures">
                {each.failed}{' '}
                {each.failed > 0 && (
                  <Link to="/troubles" className="link">
                    {words.troubles}
                  </Link>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
