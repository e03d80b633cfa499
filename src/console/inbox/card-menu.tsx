import { Menu } from '@mantine/core';
import type { BulkDeed } from '../../http/bulk-routes.ts';
import { useLabelWords } from '../labels/words.ts';
import type { Asking } from './bulk-dialogs.tsx';
import styles from './card-menu.module.css';
import { useInboxWords } from './inbox-words.ts';

export interface MenuPlace {
  reference: string;
  isUnread: boolean;
  x: number;
  y: number;
}

interface CardMenuProps {
  place: MenuPlace;
  close: () => void;
  act: (deed: BulkDeed) => void;
  ask: (asking: Asking) => void;
  remind: () => void;
}

/** What the right button offers on a card. */
export function CardMenu({ place: { reference, isUnread, x, y }, close, act, ask, remind }: CardMenuProps) {
  const words = useInboxWords();
  const labelWords = useLabelWords();
  return (
    <Menu opened onClose={close} position="bottom-start" withInitialFocusPlaceholder={false} returnFocus>
      <Menu.Target>
        <span className={styles.place} style={{ left: x, top: y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={words.menuOf(reference)}>
        <Menu.Label>{reference}</Menu.Label>
        <Menu.Item onClick={() => act({ kind: 'take' })}>{words.take}</Menu.Item>
        <Menu.Item onClick={() => ask('assign')}>{words.assign}</Menu.Item>
        <Menu.Item onClick={() => ask('note')}>{words.note}</Menu.Item>
        <Menu.Item onClick={() => ask('label')}>{labelWords.labelEach}</Menu.Item>
        <Menu.Item onClick={remind}>{words.remind}</Menu.Item>
        <Menu.Item onClick={() => act({ kind: 'mark', isRead: isUnread })}>
          {isUnread ? words.read : words.notRead}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
