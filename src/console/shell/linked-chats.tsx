import { Button, Divider, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LinkedChatView } from '../../http/views.ts';
import { ChannelIcon } from '../components/channel-icon.tsx';
import { Failure } from '../components/failure.tsx';
import { Refusal } from '../components/refusal.tsx';
import { Tag } from '../components/tag.tsx';
import { tryChat, unlinkChat } from '../data/api.ts';
import { linkedChatsQuery } from '../data/queries.ts';
import { useLanguage } from '../language/language.tsx';
import { deskNowMs } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import { LinkChat } from './link-chat.tsx';

/** The chats in which the officer gets alerts, and a way to link another. */
export function LinkedChats({ close }: { close: () => void }) {
  const { phrases } = useLanguage();
  const { data: chats, error, refetch } = useQuery({ ...linkedChatsQuery, refetchInterval: 5_000 });
  const gettingAlerts = chats?.find(({ isReachable }) => isReachable)?.id;
  return (
    <Modal
      opened
      onClose={close}
      title={phrases.linkedChats}
      closeButtonProps={{ 'aria-label': phrases.close }}
      size="lg"
      centered
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {phrases.linkedChatsHint}
        </Text>
        {error !== null && <Failure error={error} retry={() => void refetch()} />}
        {chats === undefined && error === null && <Loader size="sm" aria-label={phrases.loading} />}
        {chats?.length === 0 && <Text>{phrases.noLinkedChats}</Text>}
        {chats?.map((chat) => (
          <LinkedChat key={chat.id} chat={chat} getsAlerts={chat.id === gettingAlerts} />
        ))}
        <Divider />
        <LinkChat />
      </Stack>
    </Modal>
  );
}

function LinkedChat({ chat, getsAlerts }: { chat: LinkedChatView; getsAlerts: boolean }) {
  const { phrases, language } = useLanguage();
  const queryClient = useQueryClient();
  const trial = useMutation({ mutationFn: () => tryChat(chat.id) });
  const unlinking = useMutation({
    mutationFn: () => unlinkChat(chat.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: linkedChatsQuery.queryKey }),
  });
  const name = `${phrases.channels[chat.channel]}${chat.displayName === null ? '' : ` · ${chat.displayName}`}`;
  return (
    <section aria-label={name}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <ChannelIcon channel={chat.channel} />
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {phrases.linkedSince(moment(Date.parse(chat.linkedAt), deskNowMs(), language))}
          </Text>
          {!chat.isReachable && <Tag tone="overdue">{phrases.chatBlocked}</Tag>}
          {getsAlerts && <Tag tone="met">{phrases.chatGetsAlerts}</Tag>}
        </Group>
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            loading={trial.isPending}
            disabled={!chat.isReachable}
            onClick={() => trial.mutate()}
          >
            {trial.isSuccess ? phrases.chatTried : phrases.tryChat}
          </Button>
          <Button variant="default" size="xs" loading={unlinking.isPending} onClick={() => unlinking.mutate()}>
            {phrases.unlinkChat}
          </Button>
        </Group>
      </Group>
      <Refusal error={trial.error ?? unlinking.error} />
    </section>
  );
}
