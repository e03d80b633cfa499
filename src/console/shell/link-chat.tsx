import { Anchor, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Refusal } from '../components/refusal.tsx';
import { createLinkCode } from '../data/api.ts';
import { useLanguage } from '../language/language.tsx';
import { deskNowMs } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';

/** Asks for a one-time code and says what to do with it. */
export function LinkChat() {
  const { phrases, language } = useLanguage();
  const { mutate, data: link, error, isPending } = useMutation({ mutationFn: createLinkCode });

  if (link === undefined) {
    return (
      <Stack gap="xs" align="flex-start">
        <Button loading={isPending} onClick={() => mutate()}>
          {phrases.linkAnotherChat}
        </Button>
        <Refusal error={error} />
      </Stack>
    );
  }
  const line = `/lienket ${link.code}`;
  return (
    <Stack gap="sm" role="status">
      <Text>{phrases.linkHint}</Text>
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
  );
}
