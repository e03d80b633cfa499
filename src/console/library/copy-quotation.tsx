import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { Icon } from '../components/icons.tsx';
import styles from './article-text.module.css';
import { useLibraryWords } from './words.ts';

/** Copies the words with their address, as they are quoted to an enterprise. */
export function CopyQuotation({ address, text }: { address: string; text: string }) {
  const words = useLibraryWords();
  return (
    <CopyButton value={`“${text.trim()}” (${address})`}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? words.copied : words.copy} openDelay={300}>
          <ActionIcon
            variant="subtle"
            size="sm"
            className={styles.copy}
            aria-label={`${copied ? words.copied : words.copy}: ${address}`}
            onClick={copy}
          >
            <Icon name={copied ? 'check' : 'clip'} size={15} />
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}
