import { Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Icon } from '../components/icons.tsx';
import styles from './rail.module.css';
import type { RailItem } from './rail-items.ts';

/** On a phone, the pages that are opened seldom. */
export function MorePages({ items, button }: { items: readonly RailItem[]; button: ReactElement }) {
  const navigate = useNavigate();
  return (
    <Menu position="top-end" width={240} defaultOpened>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {items.map(({ to, icon, label, count = 0, says }) => (
          <Menu.Item
            key={to}
            leftSection={<Icon name={icon} />}
            rightSection={count > 0 ? <span className={styles.inMenu}>{count}</span> : null}
            aria-label={count > 0 ? `${label}, ${says}` : label}
            onClick={() => void navigate({ to })}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
