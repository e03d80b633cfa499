import { LabelDialog, type Labelled } from './label-dialog.tsx';
import { useLabelCase } from './use-label-case.ts';

/** The labels of one case; stays open, since one label seldom comes alone. */
export function LabelOneDialog({ labelled, close }: { labelled: Labelled; close: () => void }) {
  const labelling = useLabelCase(labelled.reference);
  return (
    <LabelDialog
      cases={[labelled]}
      error={labelling.error}
      act={(id, isOn) => labelling.mutate({ id, isOn })}
      close={close}
    />
  );
}
