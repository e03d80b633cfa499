import { VisuallyHidden } from '@mantine/core';
import type { DraftView } from '../../http/library-draft-views.ts';
import { Tag } from '../components/tag.tsx';
import type { DraftRow } from './data.ts';
import { addressesOf } from './row-addresses.ts';
import { RowEditor } from './row-editor.tsx';
import styles from './rows.module.css';
import { useLibraryWords } from './words.ts';

interface RowsProps {
  rows: readonly DraftRow[];
  code: string;
  doubts: DraftView['doubts'];
  /** The row that is being edited. */
  editing: number | null;
  onEdit: (index: number | null) => void;
  onChange: (rows: readonly DraftRow[]) => void;
}

/** The structure as a list, each part indented by its height. One of them at a time is open for editing. */
export function Rows({ rows, code, doubts, editing, onEdit, onChange }: RowsProps) {
  const words = useLibraryWords();
  const addresses = addressesOf(code, rows);
  return (
    <ol className={styles.rows} lang="vi">
      {rows.map((row, index) => {
        const address = addresses[index] ?? code;
        const doubt = doubts.find((each) => each.address === address);
        // Rows have no identity but their place.
        const key = `${String(index)} ${String(rows.length)}`;
        if (index === editing)
          return (
            <li key={key} className={styles.row} data-level={row.level}>
              <RowEditor rows={rows} index={index} address={address} onEdit={onEdit} onChange={onChange} />
            </li>
          );
        return (
          <li key={key} className={styles.row} data-level={row.level}>
            <button type="button" className={styles.shown} onClick={() => onEdit(index)}>
              <VisuallyHidden>{`${words.edit} ${address}: `}</VisuallyHidden>
              <span className={styles.number}>{label(row)}</span>
              <span className={styles.words}>
                {row.heading !== '' && <strong>{row.heading}</strong>}
                {row.text !== '' && <span className={styles.text}>{row.text}</span>}
                {doubt !== undefined && (
                  <Tag tone={doubt.isFatal ? 'overdue' : 'soon'} icon="warning">
                    {words.doubt[doubt.because]}
                  </Tag>
                )}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function label({ level, number }: DraftRow): string {
  if (level === 'article') return `Điều ${number}.`;
  return level === 'clause' ? `${number}.` : `${number})`;
}
