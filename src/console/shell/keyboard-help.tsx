import { Kbd, Modal, Switch, Table } from '@mantine/core';
import { useState } from 'react';
import { useKeyboardWords } from '../keyboard/keyboard-words.ts';
import { shortcutsOffKey } from '../keyboard/use-shortcuts.ts';
import { usePhrases } from '../language/language.tsx';
import { readStored, writeStored } from '../stored.ts';

/** The table of keys, and the switch for those of a single letter. */
export function KeyboardHelp({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const phrases = usePhrases();
  const words = useKeyboardWords();

  const rows = [
    ['j / k', `${phrases.keys.next} / ${phrases.keys.previous}`],
    ['Enter', phrases.keys.open],
    ['Esc', words.leave],
    ['x', words.choose],
    ['r', `${phrases.keys.reply} (Alt+L)`],
    ['n', `${phrases.keys.note} (Alt+P)`],
    ['/  #', words.insert],
    ['Ctrl+Enter', phrases.keys.send],
    ['t', words.take],
    ['a', words.assign],
    ['e', words.resolve],
    ['Shift+E', words.resolveAndNext],
    ['s', words.more],
    ['l', words.label],
    ['z', words.remind],
    ['u', words.unread],
    ['f', words.filter],
    ['/', phrases.keys.search],
    ['g i  g e', words.go],
    ['Ctrl+K', words.palette],
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
