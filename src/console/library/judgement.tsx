import { Button, Group, Modal, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DraftView } from '../../http/library-draft-views.ts';
import { Refusal } from '../components/refusal.tsx';
import { sayDay } from '../time/days.ts';
import { publishDraft, withdrawDraft } from './data.ts';
import { useLibraryWords } from './words.ts';

/** Publishing by a second person, and taking a draft off the table; each asks once more. */
export function Judgement({ draft, isChanged }: { draft: DraftView; isChanged: boolean }) {
  const words = useLibraryWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<'publish' | 'withdraw' | null>(null);
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: ['appendices'], refetchType: 'none' });
  const publishing = useMutation({
    mutationFn: () => publishDraft(draft.id, draft.revision),
    onSuccess: async ({ versionId, code }) => {
      await onSuccess();
      await navigate({ to: '/library/$code', params: { code }, search: { version: versionId } });
    },
  });
  const withdrawing = useMutation({
    mutationFn: () => withdrawDraft(draft.id),
    onSuccess: async () => {
      await onSuccess();
      await navigate({ to: '/library/drafts' });
    },
  });
  const deed = asking === 'publish' ? publishing : withdrawing;
  return (
    <>
      <Button
        disabled={!draft.isForYou || isChanged}
        title={draft.isForYou ? undefined : words.needsSecond}
        onClick={() => setAsking('publish')}
      >
        {words.publish}
      </Button>
      <Button variant="subtle" color="red" onClick={() => setAsking('withdraw')}>
        {words.withdraw}
      </Button>
      <Modal
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={asking === 'publish' ? words.reallyPublish : words.reallyWithdraw}
        closeButtonProps={{ 'aria-label': words.cancel }}
      >
        <Text mb="md">
          {draft.code}. {draft.title}
          {asking === 'publish' && ` – ${words.publishHint(sayDay(draft.validFrom))}`}
        </Text>
        <Group>
          <Button
            {...(asking === 'withdraw' ? { color: 'red' } : {})}
            loading={deed.isPending}
            onClick={() => deed.mutate()}
          >
            {asking === 'publish' ? words.publish : words.withdraw}
          </Button>
          <Button variant="default" onClick={() => setAsking(null)}>
            {words.cancel}
          </Button>
        </Group>
        <Refusal error={deed.error} />
      </Modal>
    </>
  );
}
