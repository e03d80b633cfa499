import { ActionIcon, Button, Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Icon } from '../components/icons.tsx';
import type { AfterReply } from '../data/api.ts';
import { usePhrases } from '../language/language.tsx';
import type { Mode } from './beside.ts';
import styles from './composer.module.css';

interface SendButtonsProps {
  mode: Mode;
  isEmpty: boolean;
  isSending: boolean;
  send: (then: AfterReply) => void;
}

export function SendButtons({ mode, isEmpty, isSending, send }: SendButtonsProps) {
  const phrases = usePhrases();
  const isWide = useMediaQuery('(min-width: 1000px)', true, { getInitialValueInEffect: false });
  const isOff = isEmpty || isSending;
  const others: [AfterReply, string][] = [
    ['awaitEnterprise', phrases.sendAndWait],
    ['resolve', phrases.sendAndResolve],
  ];
  return (
    <div className={styles.buttons}>
      <Button
        leftSection={<Icon name={mode === 'note' ? 'lock' : 'send'} size={16} />}
        color={mode === 'note' ? '#7a4a00' : 'sea'}
        loading={isSending}
        disabled={isOff}
        onClick={() => send('nothing')}
      >
        {mode === 'note' ? phrases.saveNote : phrases.send}
      </Button>
      {mode === 'reply' &&
        isWide &&
        others.map(([then, label]) => (
          <Button key={then} variant="default" disabled={isOff} onClick={() => send(then)}>
            {label}
          </Button>
        ))}
      {mode === 'reply' && !isWide && (
        <Menu position="top-start" withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={phrases.moreWaysToSend} disabled={isOff}>
              <Icon name="dots" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map(([then, label]) => (
              <Menu.Item key={then} onClick={() => send(then)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <span className={styles.key}>{phrases.ctrlEnter}</span>
    </div>
  );
}
