import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiKeyView } from '../../http/api-key-routes.ts';
import { Refusal } from '../components/refusal.tsx';
import { Tag } from '../components/tag.tsx';
import { revokeApiKey } from '../data/api.ts';
import { apiKeysQuery } from '../data/queries.ts';
import { useLanguage } from '../language/language.tsx';
import styles from '../links/links-page.module.css';
import { useDeskNow } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import { MakeKey } from './make-key.tsx';
import { useKeyWords } from './words.ts';

/** For administrators: what programs may come in, and for how long. */
export function ApiKeysPage() {
  const words = useKeyWords();
  const { data: keys, error } = useQuery(apiKeysQuery);
  return (
    <div className={styles.page}>
      <h1 className={styles.heading}>{words.title}</h1>
      <MakeKey />
      <section aria-label={words.title} className={styles.section}>
        <Refusal error={error} />
        {keys?.length === 0 && <p className="quiet">{words.none}</p>}
        {keys?.map((key) => (
          <Key key={key.id} view={key} />
        ))}
      </section>
    </div>
  );
}

function Key({ view }: { view: ApiKeyView }) {
  const words = useKeyWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const queryClient = useQueryClient();
  const revoking = useMutation({
    mutationFn: revokeApiKey,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });
  const when = (at: string) => moment(Date.parse(at), now, language);
  return (
    <div className={styles.row}>
      <Group gap="xs">
        <strong>{view.name}</strong>
        {view.scopes === null ? (
          <Tag tone="soon">{words.everything}</Tag>
        ) : (
          view.scopes.map((scope) => <Tag key={scope}>{words.scopeNames[scope]}</Tag>)
        )}
        <span className="quiet">
          {view.lastUsedAt === null ? words.neverUsed : words.lastUsed(when(view.lastUsedAt))}
          {view.expiresAt !== null && `, ${words.untilDay(when(view.expiresAt))}`}
        </span>
        {!view.isUsable && <Tag>{words.ended}</Tag>}
      </Group>
      {view.isUsable && (
        <Button size="xs" variant="default" loading={revoking.isPending} onClick={() => revoking.mutate(view.id)}>
          {words.revoke}
        </Button>
      )}
      <Refusal error={revoking.error} />
    </div>
  );
}
