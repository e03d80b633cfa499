import { Table } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { CannedReplyView } from '../../../http/canned-reply-routes.ts';
import styles from '../page.module.css';
import { Wide } from '../parts/wide.tsx';
import own from './canned-replies.module.css';
import { useCannedWords } from './words.ts';

interface ReplyTableProps {
  replies: readonly CannedReplyView[];
  chosen: number | null;
  choose: (id: number) => void;
}

/** The canned replies by code; the arrow keys go from one to the next. */
export function ReplyTable({ replies, chosen, choose }: ReplyTableProps) {
  const words = useCannedWords();

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const place = buttons.findIndex((each) => each.contains(document.activeElement));
    const next = buttons[place + step];
    next?.focus();
    next?.click();
  }

  return (
    <Wide label={words.title}>
      <Table verticalSpacing={6} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.code}</Table.Th>
            <Table.Th>{words.name}</Table.Th>
            <Table.Th className={own.narrow}>{words.unit}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody onKeyDown={onKeyDown}>
          {replies.map(({ id, code, title, body, unitName }) => (
            <Table.Tr key={id} className={id === chosen ? styles.chosen : undefined}>
              <Table.Td className={own.code}>/{code}</Table.Td>
              <Table.Td>
                <button type="button" className={styles.plain} aria-pressed={id === chosen} onClick={() => choose(id)}>
                  {title}
                </button>
                <div className={`${styles.small} ${own.quote}`}>{body}</div>
              </Table.Td>
              <Table.Td className={own.narrow}>{unitName ?? words.everybodys}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
