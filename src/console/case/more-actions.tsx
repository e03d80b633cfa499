import { ActionIcon, Menu } from '@mantine/core';
import { useState } from 'react';
import type { CaseDetail } from '../../http/views.ts';
import { Icon } from '../components/icons.tsx';
import { awaitResult, giveNewDate, mergeCase, raiseCase, transferCase } from '../data/api.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { usePhrases } from '../language/language.tsx';
import { DeedDialog } from './deed-dialog.tsx';
import { NewDateField, UnitField } from './deed-fields.tsx';

type Deed = 'transfer' | 'raise' | 'awaitResult' | 'newDate' | 'merge';

// The field names a moment on the wall of Hải Phòng, wherever the browser stands; Vietnam does not move its clocks.
const wallOfHaiPhong = ':00+07:00';

interface MoreActionsProps {
  openCase: CaseDetail;
  isBusy: boolean;
  recordResult: () => void;
}

/** The rarer things to do with a case. Each asks for the words that the enterprise or the next officer will read. */
export function MoreActions({ openCase: { reference, state }, isBusy, recordResult }: MoreActionsProps) {
  const phrases = usePhrases();
  const [chosen, choose] = useState<Deed | null>(null);
  const [isOpen, setOpen] = useState(false);
  useShortcuts({
    s: () => {
      if (!isBusy) setOpen(true);
    },
  });
  const deeds: readonly Deed[] = ['transfer', 'raise', 'newDate', 'awaitResult', 'merge'];
  const offered = deeds.filter((deed) => deed !== 'awaitResult' || state !== 'awaitingResult');
  const close = () => choose(null);
  return (
    <>
      <Menu opened={isOpen} onChange={setOpen} position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="default" size={26} aria-label={phrases.moreActions} disabled={isBusy}>
            <Icon name="dots" size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {state === 'awaitingResult' && <Menu.Item onClick={recordResult}>{phrases.resultArrived}</Menu.Item>}
          {offered.map((deed) => (
            <Menu.Item key={deed} onClick={() => choose(deed)}>
              {phrases[deed]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {chosen === 'transfer' && (
        <DeedDialog
          reference={reference}
          title={phrases.transfer}
          close={close}
          words={{ label: phrases.reason, needed: phrases.reasonNeeded }}
          choice={{ needed: phrases.unitNeeded, field: UnitField }}
          send={({ words, choice }) => transferCase(reference, Number(choice), words)}
        />
      )}
      {chosen === 'raise' && (
        <DeedDialog
          reference={reference}
          title={phrases.raise}
          close={close}
          words={{ label: phrases.reason, needed: phrases.reasonNeeded }}
          send={({ words }) => raiseCase(reference, words)}
        />
      )}
      {chosen === 'awaitResult' && (
        <DeedDialog
          reference={reference}
          title={phrases.awaitResult}
          close={close}
          words={{ label: phrases.resultFrom, needed: phrases.resultFromNeeded }}
          send={({ words }) => awaitResult(reference, words)}
        />
      )}
      {chosen === 'newDate' && (
        <DeedDialog
          reference={reference}
          title={phrases.newDate}
          close={close}
          words={{ label: phrases.newDateText, needed: phrases.newDateTextNeeded }}
          choice={{ needed: phrases.newDateNeeded, field: NewDateField }}
          send={({ words, choice }) => giveNewDate(reference, words, `${choice}${wallOfHaiPhong}`)}
        />
      )}
      {chosen === 'merge' && (
        <DeedDialog
          reference={reference}
          title={phrases.merge}
          close={close}
          words={{ label: phrases.mergeInto, needed: phrases.mergeIntoNeeded }}
          send={({ words }) => mergeCase(reference, words.toUpperCase())}
        />
      )}
    </>
  );
}
