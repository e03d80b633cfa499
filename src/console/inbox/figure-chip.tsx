import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { officersQuery, receivingUnitsQuery } from '../data/queries.ts';
import { useLanguage } from '../language/language.tsx';
import { sayDay } from '../time/days.ts';
import styles from './figure-chip.module.css';
import { type FigureSearch, isFigure } from './figure-search.ts';
import type { InboxSearch } from './inbox-search.ts';

const vietnamese = {
  behind: 'Theo số liệu',
  clear: 'Bỏ bộ lọc theo số liệu',
  level: (level: number) => `cấp ${level}`,
  unresolved: 'chưa giải quyết',
  dueSoon: 'đến hạn trong 2 giờ',
  met: 'đúng hạn',
  missed: 'trễ hạn',
  decided: 'đã chốt',
  on: (day: string) => `ngày ${day}`,
  between: (from: string, to: string) => `${from} – ${to}`,
  enterprise: 'một doanh nghiệp',
};

const english: typeof vietnamese = {
  behind: 'Behind a figure',
  clear: 'Clear the filter by figure',
  level: (level) => `level ${level}`,
  unresolved: 'unresolved',
  dueSoon: 'due within 2 hours',
  met: 'met',
  missed: 'missed',
  decided: 'decided',
  on: (day) => `on ${day}`,
  between: (from, to) => `${from} – ${to}`,
  enterprise: 'one enterprise',
};

/** Says which figure's cases the inbox shows, and leads back to all. Nothing while it shows no figure's. */
export function FigureChip({ search, clear }: { search: InboxSearch; clear: () => void }) {
  const { language, phrases } = useLanguage();
  const words = language === 'en' ? english : vietnamese;
  const isOn = isFigure(search);
  const { data: units } = useQuery({ ...receivingUnitsQuery, enabled: isOn && search.unit !== undefined });
  const { data: officers } = useQuery({ ...officersQuery, enabled: search.assignee !== undefined });
  if (!isOn) return null;
  const said = [
    units?.find(({ id }) => id === search.unit)?.name,
    officers?.find(({ id }) => id === search.assignee)?.name,
    search.enterprise === undefined ? undefined : words.enterprise,
    search.level === undefined ? undefined : words.level(search.level),
    search.unresolved === true ? words.unresolved : undefined,
    search.due === 'soon' ? words.dueSoon : undefined,
    search.clock === undefined ? undefined : phrases.clocks[search.clock],
    search.outcome === undefined
      ? search.decidedFrom === undefined
        ? undefined
        : words.decided
      : words[search.outcome],
    sayDays(search, words),
  ].filter((part) => part !== undefined);
  return (
    <p className={styles.chip}>
      <span>
        <strong>{words.behind}:</strong> {said.join(' · ')}
      </span>
      <CloseButton size="sm" aria-label={words.clear} onClick={clear} />
    </p>
  );
}

function sayDays({ decidedFrom, decidedTo }: FigureSearch, words: typeof vietnamese): string | undefined {
  if (decidedFrom === undefined || decidedTo === undefined) return undefined;
  return decidedFrom === decidedTo
    ? words.on(sayDay(decidedFrom))
    : words.between(sayDay(decidedFrom), sayDay(decidedTo));
}
