import { useNavigate } from '@tanstack/react-router';
import type { FindingsView } from '../../http/find-routes.ts';
import { usePhrases } from '../language/language.tsx';
import type { Entry } from './entries.ts';
import { usePaletteWords } from './palette-words.ts';

/** What the server found, as lines of the palette. An enterprise and a declaration lead to their cases. */
export function useFoundEntries(found: FindingsView | undefined): Entry[] {
  const words = usePaletteWords();
  const phrases = usePhrases();
  const navigate = useNavigate();
  if (found === undefined) return [];

  const open = (reference: string) => () =>
    void navigate({ to: '/cases/$reference', params: { reference }, search: { box: 'all', state: 'any' } });
  const list = (q: string) => () => void navigate({ to: '/cases', search: { box: 'all', state: 'any', q } });
  return [
    ...found.cases.map(({ reference, state, enterprise, description }) => ({
      id: `case ${reference}`,
      group: words.cases,
      label: `${reference} · ${enterprise ?? phrases.unknownEnterprise}`,
      detail: `${phrases.states[state]} · ${description}`,
      act: open(reference),
    })),
    ...found.messages.map(({ reference, excerpt, at }) => ({
      id: `message ${reference} ${at}`,
      group: words.messages,
      label: excerpt,
      detail: reference,
      act: open(reference),
    })),
    ...found.enterprises.map(({ name, taxCode }) => ({
      id: `enterprise ${taxCode}`,
      group: words.enterprises,
      label: name,
      detail: taxCode,
      act: list(taxCode),
    })),
    ...found.declarations.map(({ number, enterprise }) => ({
      id: `declaration ${number}`,
      group: words.declarations,
      label: number,
      detail: enterprise.name,
      act: list(number),
    })),
  ];
}
