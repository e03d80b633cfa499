import { Button, Group, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { EnterpriseLinksView } from '../../http/link-views.ts';
import { ChannelIcon } from '../components/channel-icon.tsx';
import { Refusal } from '../components/refusal.tsx';
import { Tag } from '../components/tag.tsx';
import { revokeEnterpriseCode, revokeLink, shareCases } from '../data/api.ts';
import { enterpriseLinksQuery } from '../data/queries.ts';
import { dayInWords } from './letter-words.ts';
import styles from './links-page.module.css';
import { useLinkWords } from './words.ts';

/** Looks up who speaks for an enterprise, and ends it where it has to end. */
export function EnterprisePeople() {
  const words = useLinkWords();
  const [typed, setTyped] = useState('');
  const [taxCode, setTaxCode] = useState('');
  const { data, error } = useQuery({ ...enterpriseLinksQuery(taxCode), enabled: taxCode !== '', retry: false });

  function show(event: FormEvent): void {
    event.preventDefault();
    setTaxCode(typed.trim());
  }

  return (
    <section aria-label={words.people} className={styles.section}>
      <h2 className={styles.title}>{words.people}</h2>
      <form onSubmit={show}>
        <Group gap="xs" align="flex-end">
          <TextInput label={words.taxCode} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
          <Button type="submit" variant="default" disabled={typed.trim() === ''}>
            {words.find}
          </Button>
        </Group>
      </form>
      <Refusal error={error} />
      {data !== undefined && <People taxCode={taxCode} view={data} />}
    </section>
  );
}

function People({ taxCode, view }: { taxCode: string; view: EnterpriseLinksView }) {
  const words = useLinkWords();
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: enterpriseLinksQuery(taxCode).queryKey });
  const ending = useMutation({ mutationFn: revokeLink, onSuccess });
  const revoking = useMutation({ mutationFn: revokeEnterpriseCode, onSuccess });
  const sharing = useMutation({ mutationFn: (shares: boolean) => shareCases(taxCode, shares), onSuccess });
  return (
    <div className={styles.card}>
      <strong>{view.enterprise.name}</strong> <span className="quiet figures">{view.enterprise.taxCode}</span>
      <Switch
        my="sm"
        label={words.shares}
        checked={view.sharesCases}
        onChange={(event) => sharing.mutate(event.currentTarget.checked)}
      />
      {view.links.length === 0 && <p>{words.nobody}</p>}
      {view.links.map((link) => (
        <div key={link.id} className={styles.row}>
          <Group gap="xs">
            {link.channels.map((channel) => (
              <ChannelIcon key={channel} channel={channel} />
            ))}
            <strong>{link.name ?? words.unnamed}</strong>
            <span>{words.roles[link.role]}</span>
            <span className="quiet">
              {words.since(dayInWords(link.validFrom))}
              {link.validUntil !== null && ` ${words.untilMoment(lastDay(link.validUntil))}`}, {words.bases[link.basis]}
            </span>
            {!link.isCurrent && <Tag>{words.ended}</Tag>}
          </Group>
          {link.isCurrent && (
            <Button size="xs" variant="default" loading={ending.isPending} onClick={() => ending.mutate(link.id)}>
              {words.revoke}
            </Button>
          )}
        </div>
      ))}
      <h3 className={styles.title}>{words.codes}</h3>
      {view.codes.map((code) => (
        <div key={code.id} className={styles.row}>
          <Group gap="xs">
            <span>{words.roles[code.role]}</span>
            <span className="quiet">
              {words.since(dayInWords(code.createdAt))} {words.untilMoment(dayInWords(code.expiresAt))}
            </span>
            <Tag>{code.usedBy === null ? words.codeStates[code.state] : words.usedBy(code.usedBy)}</Tag>
          </Group>
          {code.state === 'open' && (
            <Button size="xs" variant="default" loading={revoking.isPending} onClick={() => revoking.mutate(code.id)}>
              {words.revoke}
            </Button>
          )}
        </div>
      ))}
      <Refusal error={ending.error ?? revoking.error ?? sharing.error} />
    </div>
  );
}

function lastDay(until: string): string {
  return dayInWords(new Date(Date.parse(until) - 1).toISOString());
}
