import { Anchor, Button, Code, CopyButton, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Refusal } from '../components/refusal.tsx';
import { createLinkCode } from '../data/api.ts';
import { useLanguage } from '../language/language.tsx';
import { deskNowMs } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';

/** Asks for a one-time code when it opens and says what to do with it. */
export function LinkTelegram({ close }: { close: () => void }) {
  const { phrases, language } = useLanguage();
  const { mutate, data: link, error, isPending } = useMutation({ mutationFn: createLinkCode });

  useEffect(() => mutate(), [mutate]);

  const line = `/lienket ${link?.code ?? ''}`;
  return (
    <Modal
      opened
      onClose={close}
      title={phrases.linkTelegram}
      closeButtonProps={{ 'aria-label': phrases.close }}
      centered
    >
      <Refusal error={error} />
      {isPending && <Loader size="sm" aria-label={phrases.loading} />}
      {link !== undefined && (
        <Stack gap="sm">
          <Text>{phrases.linkTelegramHint}</Text>
          <Group justify="space-between" wrap="nowrap">
            <Code fz="lg" px="md" py="xs">
              {line}
            </Code>
            <CopyButton value={line}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? phrases.copied : phrases.copy}
                </Button>
              )}
            </CopyButton>
          </Group>
          {link.telegramLink !== null && (
            <Anchor href={link.telegramLink} target="_blank" rel="noreferrer">
              {phrases.linkTelegramOpen}
            </Anchor>
          )}
          <Text c="dimmed" size="sm">
            {phrases.linkExpires(moment(Date.parse(link.expiresAt), deskNowMs(), language))}
          </Text>
        </Stack>
      )}
    </Modal>
  );
}
