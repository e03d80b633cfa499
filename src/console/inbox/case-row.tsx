import type { CaseListItem } from '../../http/views.ts';
import { CaseCard } from '../components/case-card.tsx';
import styles from './case-row.module.css';
import type { CaseMark } from './inbox-api.ts';
import { useInboxWords } from './inbox-words.ts';

interface CaseRowProps {
  item: CaseListItem;
  mark: CaseMark | undefined;
  remindAt: string | undefined;
  isChosen: boolean;
  choose: (isChosen: boolean) => void;
  openMenu: (at: { x: number; y: number }) => void;
}

/** A card of the list with what belongs to this officer: unread or not, chosen or not, who else is there. */
export function CaseRow({ item, mark, remindAt, isChosen, choose, openMenu }: CaseRowProps) {
  const words = useInboxWords();
  const { reference } = item;
  return (
    <li
      className={styles.row}
      data-chosen={isChosen}
      onContextMenu={(event) => {
        event.preventDefault();
        const place = event.currentTarget.getBoundingClientRect();
        // Opened by a key, the menu has no pointer to stand at.
        const isByKey = event.clientX === 0 && event.clientY === 0;
        openMenu(isByKey ? { x: place.left + 40, y: place.top + 20 } : { x: event.clientX, y: event.clientY });
      }}
    >
      <CaseCard item={item} mark={mark} remindAt={remindAt} />
      <input
        type="checkbox"
        className={styles.tick}
        aria-label={words.choose(reference)}
        checked={isChosen}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
    </li>
  );
}
