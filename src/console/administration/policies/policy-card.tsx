import { Button, Group, Table } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionQuery } from '../../data/queries.ts';
import { usePhrases } from '../../language/language.tsx';
import { sayDay } from '../../time/days.ts';
import { workingDuration } from '../../time/durations.ts';
import type { Policy, StoredPolicy } from '../data.ts';
import styles from '../page.module.css';
import { Wide } from '../parts/wide.tsx';
import { categoryChoices } from '../responsibilities/choices.ts';
import { useResponsibilityWords } from '../responsibilities/words.ts';
import { useAdministrationWords } from '../words.ts';
import { ProposePolicy } from './propose-policy.tsx';
import { usePolicyWords } from './words.ts';

/** A policy in words: whom it concerns, how long, who hears when. */
export function PolicyCard({ policy }: { policy: StoredPolicy }) {
  const words = usePolicyWords();
  const common = useAdministrationWords();
  const phrases = usePhrases();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const [isProposing, setIsProposing] = useState(false);
  const { definition, validFrom, validTo } = policy;
  const long = (minutes: number) => workingDuration(minutes, phrases.units);
  return (
    <section className={styles.card} aria-label={definition.name}>
      <Group justify="space-between" align="flex-start" mb={10}>
        <div>
          <h2 className={styles.title}>{words.versionOf(definition.name, definition.version)}</h2>
          <p className={styles.small}>
            <Applies match={definition.match} /> · {common.since(sayDay(validFrom))}
            {validTo !== null && `, ${common.until(sayDay(validTo))}`}
          </p>
        </div>
        {session.permissions.includes('administer') && validTo === null && (
          <Button size="xs" variant="default" onClick={() => setIsProposing(true)}>
            {words.propose}
          </Button>
        )}
      </Group>
      <Wide label={words.ladder}>
        <Table verticalSpacing={6} horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.clock}</Table.Th>
              {words.levels.map((level) => (
                <Table.Th key={level}>{words.level(level)}</Table.Th>
              ))}
              <Table.Th>{words.ladder}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {definition.clocks.map((clock) => (
              <Table.Tr key={clock.kind}>
                <Table.Td miw={124}>
                  {words.clocks[clock.kind]}
                  <div className={styles.small}>{clock.source}</div>
                </Table.Td>
                {words.levels.map((level) => (
                  <Table.Td key={level} className="figures">
                    {long(clock.minutes[level])}
                  </Table.Td>
                ))}
                <Table.Td miw={250}>
                  {clock.ladder.map(({ name, percent, act, outsideHours }) => (
                    <div key={name} className={styles.small}>
                      <span className="figures">{words.at(percent)}</span> {words.acts[act]}
                      {outsideHours === 'nextOpening' && ` (${words.later})`}
                    </div>
                  ))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
      <p className={styles.small}>
        {words.others(long(definition.alertMinutes), long(definition.silenceMinutes), long(definition.reopenMinutes))}{' '}
        {words.answerers}: {answerersOf(definition)}.
      </p>
      {isProposing && <ProposePolicy policy={policy} close={() => setIsProposing(false)} />}
    </section>
  );

  function answerersOf({ answerers }: Policy): string {
    return ([2, 3, 4] as const)
      .flatMap((level) => {
        const who = answerers[level];
        if (who === undefined) return [];
        return words.answerer(level, who.unit === 'named' ? who.code : words[who.unit]);
      })
      .join(', ');
  }
}

function Applies({ match }: { match: Policy['match'] }) {
  const words = usePolicyWords();
  const said = useResponsibilityWords();
  const labels = new Map<string, string>(categoryChoices(said).map(({ value, label }) => [value, label]));
  const parts = [
    match.kinds?.map((kind) => said.kinds[kind]).join(', '),
    match.categories?.map((code) => labels.get(code) ?? code).join(', '),
    match.urgent === undefined ? undefined : match.urgent ? words.urgent : words.notUrgent,
    match.unitCodes === undefined ? undefined : words.unitsOnly(match.unitCodes.join(', ')),
  ].filter((part) => part !== undefined);
  return (
    <>
      {words.applies} {parts.length === 0 ? words.everything : parts.join(' · ')}
    </>
  );
}
