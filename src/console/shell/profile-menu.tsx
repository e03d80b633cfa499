import { Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense } from 'react';
import type { SessionView } from '../../http/views.ts';
import { useAccountWords } from '../account/words.ts';
import { Icon } from '../components/icons.tsx';
import { signOut } from '../data/outside-api.ts';
import { useLanguage } from '../language/language.tsx';
import { forgetStored } from '../stored.ts';
import { draftsPrefix } from '../thread/kept-text.ts';

const LinkedChats = lazy(async () => ({ default: (await import('./linked-chats.tsx')).LinkedChats }));

interface ProfileMenuProps {
  officer: SessionView['officer'];
  button: ReactElement;
}

export function ProfileMenu({ officer, button }: ProfileMenuProps) {
  const { phrases, switchLanguage } = useLanguage();
  const { toggleColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const [isLinking, linking] = useDisclosure(false);
  const leave = useLeave();
  const words = useAccountWords();
  const navigate = useNavigate();
  return (
    <>
      <Menu position="right-end" width={260} withInitialFocusPlaceholder={false} defaultOpened>
        <Menu.Target>{button}</Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {officer.name}
            <br />
            {officer.title} · {officer.unitName}
          </Menu.Label>
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="telegram" />} onClick={linking.open}>
            {phrases.linkedChats}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="lock" />} onClick={() => navigate({ to: '/account' })}>
            {words.menu}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="globe" />} onClick={switchLanguage}>
            {phrases.otherLanguage}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name={isDark ? 'sun' : 'moon'} />} onClick={toggleColorScheme}>
            {isDark ? phrases.lightTheme : phrases.darkTheme}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="leave" />} onClick={leave}>
            {phrases.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isLinking && (
        <Suspense fallback={null}>
          <LinkedChats close={linking.close} />
        </Suspense>
      )}
    </>
  );
}

// The next person at this machine finds neither cases nor drafts of the last one.
function useLeave(): () => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await signOut().catch(() => null);
    forgetStored(draftsPrefix);
    await navigate({ to: '/sign-in' });
    queryClient.clear();
  };
}
