import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import type { BesideView } from '../../http/draft-routes.ts';
import { Refusal } from '../components/refusal.tsx';
import { takeOverDraft } from './beside.ts';
import styles from './composer.module.css';
import { useDeskWords } from './desk-words.ts';

interface BegunDraftProps {
  reference: string;
  begun: BesideView['begun'][number];
  taken: (text: string) => void;
}

/** Tells of the answer that a colleague began, and lets the officer go on with it. */
export function BegunDraft({ reference, begun: { officer, text }, taken }: BegunDraftProps) {
  const words = useDeskWords();
  const [isOpen, { open, close }] = useDisclosure(false);
  const taking = useMutation({
    mutationFn: () => takeOverDraft(reference, officer.id),
    onSuccess: (now) => {
      close();
      taken(now);
    },
  });
  return (
    <div className={styles.notice}>
      {words.begun(officer.name)}
      <Button size="compact-xs" variant="default" onClick={open}>
        {words.seeBegun}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={words.begunTitle(officer.name)}
        closeButtonProps={{ 'aria-label': words.close }}
      >
        <blockquote className={styles.begun}>{text}</blockquote>
        <p className="quiet">{words.takeOverHint}</p>
        <Refusal error={taking.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.close}
          </Button>
          <Button loading={taking.isPending} onClick={() => taking.mutate()}>
            {words.takeOver}
          </Button>
        </Group>
      </Modal>
    </div>
  );
}
