import { Button, Menu } from '@mantine/core';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WallCard } from '../../http/wall-routes.ts';
import { AssignDialog } from '../case/assign-dialog.tsx';
import { DeedDialog } from '../case/deed-dialog.tsx';
import { NewDateField } from '../case/deed-fields.tsx';
import { Icon } from '../components/icons.tsx';
import { Refusal } from '../components/refusal.tsx';
import { acknowledgeAlert, giveNewDate, sendReply, takeCase } from '../data/api.ts';
import { sessionQuery } from '../data/queries.ts';
import { newKey } from '../data/request-key.ts';
import { usePhrases } from '../language/language.tsx';
import styles from './wall.module.css';
import { useWallWords } from './words.ts';

type Deed = 'reassign' | 'extend' | 'interim';

// The field names a moment on the wall of Hải Phòng, wherever the browser stands; Vietnam does not move its clocks.
const wallOfHaiPhong = ':00+07:00';

const then = 'nothing' as const;

/** What a manager does with a case without opening it. Whether it is allowed is the server's to say. */
export function WallActions({ card, changed }: { card: WallCard; changed: () => void }) {
  const { item, alert, lastEventOrdinal } = card;
  const { reference } = item;
  const words = useWallWords();
  const phrases = usePhrases();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const [chosen, choose] = useState<Deed | null>(null);
  const act = useMutation({ mutationFn: (deed: () => Promise<unknown>) => deed(), onSuccess: changed });
  const close = () => {
    choose(null);
    changed();
  };
  const isMine = item.assignee?.id === session.officer.id;
  const wantsMe = alert !== null && alert.acknowledgedAt === null && alert.officer.id === session.officer.id;
  return (
    <>
      <div className={styles.actions} data-not-printed>
        {wantsMe && (
          <Button
            size="compact-sm"
            leftSection={<Icon name="check" size={14} />}
            aria-label={words.actionsOn(words.acknowledge, reference)}
            disabled={act.isPending}
            onClick={() => act.mutate(() => acknowledgeAlert(alert.id))}
          >
            {words.acknowledge}
          </Button>
        )}
        {!isMine && (
          <Button
            size="compact-sm"
            variant={wantsMe ? 'default' : 'filled'}
            leftSection={<Icon name="hand" size={14} />}
            aria-label={words.actionsOn(words.take, reference)}
            disabled={act.isPending}
            onClick={() => act.mutate(() => takeCase(reference))}
          >
            {words.take}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="swap" size={14} />}
          aria-label={words.actionsOn(words.reassign, reference)}
          onClick={() => choose('reassign')}
        >
          {words.reassign}
        </Button>
        <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={words.actionsOn(phrases.moreActions, reference)}
              disabled={act.isPending}
            >
              <Icon name="dots" size={14} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => choose('interim')}>{words.interim}</Menu.Item>
            <Menu.Item onClick={() => choose('extend')}>{words.extend}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <Refusal error={act.error} />
      {chosen === 'reassign' && <AssignDialog reference={reference} close={close} />}
      {chosen === 'interim' && (
        <DeedDialog
          reference={reference}
          title={words.interim}
          close={close}
          words={{ label: words.interimText, needed: words.interimNeeded }}
          send={({ words: text }) => sendReply(reference, { text, then, seenEventOrdinal: lastEventOrdinal }, newKey())}
        />
      )}
      {chosen === 'extend' && (
        <DeedDialog
          reference={reference}
          title={words.extend}
          close={close}
          words={{ label: phrases.newDateText, needed: phrases.newDateTextNeeded }}
          choice={{ needed: phrases.newDateNeeded, field: NewDateField }}
          send={({ words: text, choice }) => giveNewDate(reference, text, `${choice}${wallOfHaiPhong}`)}
        />
      )}
    </>
  );
}
