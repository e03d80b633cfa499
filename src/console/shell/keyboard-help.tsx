import { Kbd, Modal, Switch, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { shortcutsOffKey, useShortcuts } from '../keyboard/use-shortcuts.ts';
import { usePhrases } from '../language/language.tsx';
import { readStored, writeStored } from '../stored.ts';

/** The table of keys, opened by the question mark. */
export function KeyboardHelp() {
  const phrases = usePhrases();
  const [isOpen, { open, close }] = useDisclosure(false);
  useShortcuts({ '?': open });

  const rows = [
    ['j', phrases.keys.next],
    ['k', phrases.keys.previous],
    ['Enter', phrases.keys.open],
    ['r', phrases.keys.reply],
    ['n', phrases.keys.note],
    ['/', phrases.keys.search],
    ['Ctrl+Enter', phrases.keys.send],
    ['?', phrases.keys.help],
  ] as const;
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={phrases.keyboard}
      closeButtonProps={{ 'aria-label': phrases.close }}
      centered
    >
      <Table mb="md">
        <Table.Tbody>
          {rows.map(([key, does]) => (
            <Table.Tr key={key}>
              <Table.Td w={120}>
                <Kbd>{key}</Kbd>
              </Table.Td>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <SingleKeysSwitch />
    </Modal>
  );
}

function SingleKeysSwitch() {
  const phrases = usePhrases();
  const [isOn, setOn] = useState(readStored(shortcutsOffKey) === null);

  function change(next: boolean): void {
    setOn(next);
    writeStored(shortcutsOffKey, next ? null : 'yes');
  }

  return <Switch label={phrases.keyboardOn} checked={isOn} onChange={(event) => change(event.currentTarget.checked)} />;
}
