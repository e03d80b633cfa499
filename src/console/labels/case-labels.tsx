import { useDisclosure } from '@mantine/hooks';
import type { CaseDetail } from '../../http/views.ts';
import { Icon } from '../components/icons.tsx';
import { Refusal } from '../components/refusal.tsx';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { LabelChip } from './label-chip.tsx';
import { LabelOneDialog } from './label-one-dialog.tsx';
import styles from './labels.module.css';
import { useLabelCase } from './use-label-case.ts';
import { useLabelWords } from './words.ts';

/** The labels of the opened case, each to be taken off, and the way to put on more. */
export function CaseLabels({ openCase }: { openCase: CaseDetail }) {
  const { reference, labels } = openCase;
  const words = useLabelWords();
  const [isOpen, dialog] = useDisclosure(false);
  const labelling = useLabelCase(reference);
  useShortcuts({ l: dialog.open });
  return (
    <>
      {labels.map((label) => (
        <LabelChip key={label.id} label={label}>
          <button
            type="button"
            className={styles.off}
            aria-label={words.takeOff(label.name)}
            disabled={labelling.isPending}
            onClick={() => labelling.mutate({ id: label.id, isOn: false })}
          >
            <Icon name="cross" size={11} />
          </button>
        </LabelChip>
      ))}
      <button type="button" className={styles.add} aria-label={words.add} onClick={dialog.open}>
        <span aria-hidden="true">+</span>
        {labels.length === 0 && words.labels}
      </button>
      {labelling.error !== null && <Refusal error={labelling.error} />}
      {isOpen && <LabelOneDialog labelled={openCase} close={dialog.close} />}
    </>
  );
}
