import { Button, Checkbox, Code, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ApiScope } from '../../rules/visibility/scopes.ts';
import { Refusal } from '../components/refusal.tsx';
import { createApiKey } from '../data/api.ts';
import { apiKeysQuery } from '../data/queries.ts';
import { endOfDay } from '../links/end-of-day.ts';
import styles from '../links/links-page.module.css';
import { useKeyWords } from './words.ts';

const usualPerMinute = 600;

/** Makes a key and shows it once. */
export function MakeKey() {
  const words = useKeyWords();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<ApiScope[]>([]);
  const [perMinute, setPerMinute] = useState(usualPerMinute);
  const [until, setUntil] = useState('');
  const making = useMutation({
    mutationFn: createApiKey,
    onSuccess: async () => {
      setName('');
      setScopes([]);
      await queryClient.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
    },
  });

  function make(event: FormEvent): void {
    event.preventDefault();
    making.mutate({ name, scopes, requestsPerMinute: perMinute, expiresAt: until === '' ? null : endOfDay(until) });
  }

  return (
    <section aria-label={words.make} className={styles.section}>
      <h2 className={styles.title}>{words.make}</h2>
      <form onSubmit={make} className={styles.card}>
        <Stack gap="sm">
          <TextInput label={words.name} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <Checkbox.Group label={words.scopes} value={scopes} onChange={(chosen) => setScopes(known(chosen))}>
            <Group gap="md" mt={6}>
              {allScopes(words.scopeNames).map((scope) => (
                <Checkbox key={scope} value={scope} label={words.scopeNames[scope]} />
              ))}
            </Group>
          </Checkbox.Group>
          <Group>
            <NumberInput
              label={words.perMinute}
              min={1}
              max={60_000}
              value={perMinute}
              onChange={(value) => setPerMinute(typeof value === 'number' ? value : usualPerMinute)}
            />
            <TextInput
              type="date"
              label={words.until}
              value={until}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
          </Group>
          <Group>
            <Button type="submit" disabled={name.trim() === '' || scopes.length === 0} loading={making.isPending}>
              {words.make}
            </Button>
          </Group>
          {making.data?.key != null && (
            <output>
              {words.once} <Code>{making.data.key}</Code>
            </output>
          )}
          <Refusal error={making.error} />
        </Stack>
      </form>
    </section>
  );

  function known(chosen: readonly string[]): ApiScope[] {
    return allScopes(words.scopeNames).filter((scope) => chosen.includes(scope));
  }
}

function allScopes(names: Record<ApiScope, string>): ApiScope[] {
  // The names are typed by their scopes, and there is one for each.
  return Object.keys(names) as ApiScope[];
}
