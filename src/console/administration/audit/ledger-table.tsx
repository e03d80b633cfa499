import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../language/language.tsx';
import { sayDay } from '../../time/days.ts';
import { useDeskNow } from '../../time/desk-time.ts';
import { shortMoment } from '../../time/moments.ts';
import { type LedgerPage, officersOnQuery } from '../data.ts';
import styles from '../page.module.css';
import { matches } from '../parts/matches.ts';
import { useToday } from '../parts/use-today.ts';
import { Wide } from '../parts/wide.tsx';
import { deedName, fieldName } from './deed-words.ts';
import { useAuditWords } from './words.ts';

const ofPeople = new Set(['officerId', 'substituteId', 'ownerId']);

type Row = LedgerPage['items'][number];

/** Rows of a ledger, newest first, as far as they match. */
export function LedgerTable({ rows, q }: { rows: readonly Row[]; q: string }) {
  const words = useAuditWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const { data: officers } = useQuery(officersOnQuery(useToday()));
  const told = rows
    .map((row) => ({ ...row, deed: deedName(row.type, language), who: whoIs(row.by), what: detailOf(row.detail) }))
    .filter(({ type, deed, who, what }) => matches(`${type} ${deed} ${who} ${what}`, q));
  if (told.length === 0) return <p className="quiet">{words.none}</p>;
  return (
    <Wide label={words.title}>
      <Table verticalSpacing={5} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.time}</Table.Th>
            <Table.Th>{words.who}</Table.Th>
            <Table.Th>{words.deed}</Table.Th>
            <Table.Th>{words.detail}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {told.map(({ ordinal, at, who, type, deed, what }) => (
            <Table.Tr key={ordinal}>
              <Table.Td className="figures">{shortMoment(Date.parse(at), now, language)}</Table.Td>
              <Table.Td>{who}</Table.Td>
              <Table.Td title={type}>{deed}</Table.Td>
              <Table.Td className={styles.small}>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );

  function whoIs({ kind, officerId, name }: Row['by']): string {
    if (kind === 'officer') return officerName(officerId);
    const known = Object.entries(words.actors).find(([each]) => each === kind);
    return [known?.[1] ?? String(kind), typeof name === 'string' ? name : ''].filter(Boolean).join(' ');
  }

  function officerName(id: unknown): string {
    return officers?.find((officer) => officer.id === id)?.name ?? `#${String(id)}`;
  }

  /** `đơn vị số 4, từ 01/07/2026`: what the row keeps, in the order in which it was written. */
  function detailOf(detail: Row['detail']): string {
    return Object.entries(detail)
      .filter(([, value]) => value !== null)
      .map(
        ([field, value]) => `${fieldName(field, language)} ${ofPeople.has(field) ? officerName(value) : said(value)}`,
      )
      .join(', ');
  }

  function said(value: unknown): string {
    return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/u.test(value)
      ? shortMoment(Date.parse(value), now, language)
      : saidPlainly(value);
  }
}

function saidPlainly(value: unknown): string {
  if (Array.isArray(value)) return value.map(saidPlainly).join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return sayDay(value);
  return /^[0-9a-f]{64}$/u.test(value) ? `${value.slice(0, 16)}…` : value;
}
