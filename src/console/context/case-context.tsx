import { Accordion } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CaseDetail } from '../../http/views.ts';
import { usePhrases } from '../language/language.tsx';
import { Watchers } from '../watching/watchers.tsx';
import { useWatchingWords } from '../watching/words.ts';
import { CaseFacts } from './case-facts.tsx';
import { Deadlines } from './deadlines.tsx';
import { History } from './history.tsx';
import { DeclarationFacts, EnterpriseFacts } from './who-and-what.tsx';

/** What is known about the case, in sections that fold. */
export function CaseContext({ openCase }: { openCase: CaseDetail }) {
  const phrases = usePhrases();
  const watching = useWatchingWords();
  return (
    <Accordion multiple defaultValue={['deadlines', 'case', 'enterprise', 'declaration']} order={3} variant="default">
      <Section value="deadlines" title={phrases.deadlines}>
        <Deadlines deadlines={openCase.deadlines} />
      </Section>
      <Section value="case" title={phrases.theCase}>
        <CaseFacts openCase={openCase} />
      </Section>
      <Section value="enterprise" title={phrases.enterprise}>
        <EnterpriseFacts openCase={openCase} />
      </Section>
      <Section value="declaration" title={phrases.declaration}>
        <DeclarationFacts openCase={openCase} />
      </Section>
      <Section value="watching" title={watching.section}>
        <Watchers reference={openCase.reference} />
      </Section>
      <Section value="history" title={phrases.history}>
        <History events={openCase.events} />
      </Section>
    </Accordion>
  );
}

function Section({ value, title, children }: { value: string; title: string; children: ReactNode }) {
  return (
    <Accordion.Item value={value}>
      <Accordion.Control fz={15} fw={600}>
        {title}
      </Accordion.Control>
      <Accordion.Panel>{children}</Accordion.Panel>
    </Accordion.Item>
  );
}
