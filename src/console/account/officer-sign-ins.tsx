import { Button, Code, CopyButton, Group, Select, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Refusal } from '../components/refusal.tsx';
import { officersQuery } from '../data/queries.ts';
import styles from '../links/links-page.module.css';
import { inviteOfficer, signOutOfficer } from './data.ts';
import { useAccountWords } from './words.ts';

/** For administrators: gives an officer a way in, and takes it away. */
export function OfficerSignIns() {
  const words = useAccountWords();
  const { data: officers = [] } = useQuery(officersQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const inviting = useMutation({ mutationFn: inviteOfficer });
  const signingOut = useMutation({ mutationFn: signOutOfficer });

  function choose(id: string | null): void {
    setChosen(id);
    inviting.reset();
    signingOut.reset();
  }

  return (
    <section aria-label={words.officers} className={styles.section}>
      <h2 className={styles.title}>{words.officers}</h2>
      <p className="quiet">{words.officersHint}</p>
      <Group align="end" gap="xs">
        <Select
          label={words.officer}
          searchable
          w={340}
          data={officers.map(({ id, name, unitName }) => ({ value: String(id), label: `${name} · ${unitName}` }))}
          value={chosen}
          onChange={choose}
        />
        <Button
          disabled={chosen === null}
          loading={inviting.isPending}
          onClick={() => chosen !== null && inviting.mutate(chosen)}
        >
          {words.invite}
        </Button>
        <Button
          variant="default"
          disabled={chosen === null}
          loading={signingOut.isPending}
          onClick={() => chosen !== null && signingOut.mutate(chosen)}
        >
          {words.signOutEverywhere}
        </Button>
      </Group>
      <Refusal error={inviting.error ?? signingOut.error} />
      <div role="status">
        {signingOut.data !== undefined && <p>{words.signedOut(signingOut.data.count)}</p>}
        {inviting.data !== undefined && <Invitation link={inviting.data.link} />}
      </div>
    </section>
  );
}

function Invitation({ link }: { link: string }) {
  const words = useAccountWords();
  return (
    <Stack gap="xs" mt="sm" align="flex-start">
      <p>{words.linkOnce}</p>
      <Code block>{link}</Code>
      <CopyButton value={link}>
        {({ copy, copied }) => (
          <Button size="xs" variant="default" onClick={copy}>
            {copied ? words.copied : words.copy}
          </Button>
        )}
      </CopyButton>
    </Stack>
  );
}
