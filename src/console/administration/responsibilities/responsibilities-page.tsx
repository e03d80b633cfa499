import { Button, Group, Loader, Table, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../components/failure.tsx';
import { sayDay } from '../../time/days.ts';
import { officesQuery, type Rule, rulesQuery, unitsQuery } from '../data.ts';
import styles from '../page.module.css';
import { DayInput } from '../parts/day-input.tsx';
import { Page } from '../parts/page.tsx';
import { useToday } from '../parts/use-today.ts';
import { Wide } from '../parts/wide.tsx';
import { useAdministrationWords } from '../words.ts';
import { categoryChoices } from './choices.ts';
import { EndRule } from './end-rule.tsx';
import { RoutingTrial } from './routing-trial.tsx';
import { RuleForm } from './rule-form.tsx';
import { useResponsibilityWords } from './words.ts';

type Doing = { what: 'create' } | { what: 'change' | 'end'; rule: Rule };

/** Which unit answers for what, and a trial of it. */
export function ResponsibilitiesPage() {
  const words = useResponsibilityWords();
  const common = useAdministrationWords();
  const today = useToday();
  const [day, setDay] = useState(today);
  const [doing, setDoing] = useState<Doing | null>(null);
  const { data: rules, error, refetch } = useQuery(rulesQuery(day));
  const { data: units } = useQuery(unitsQuery(day));
  const { data: offices } = useQuery(officesQuery);
  const nameOf = (unitId: number | null) =>
    unitId === null ? words.byDeclaration : (units?.items.find(({ id }) => id === unitId)?.name ?? '');
  const labelOf = (category: string | null) =>
    category === null ? words.any : (categoryChoices(words).find(({ value }) => value === category)?.label ?? category);
  const close = () => setDoing(null);

  return (
    <Page
      title={words.title}
      lead={words.lead}
      deeds={<Button onClick={() => setDoing({ what: 'create' })}>{words.create}</Button>}
    >
      <RoutingTrial offices={offices ?? []} />
      <div className={styles.tools}>
        <DayInput label={common.day} value={day} change={(next) => next !== '' && setDay(next)} />
      </div>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {rules === undefined && error === null && <Loader size="sm" />}
      {rules !== undefined && (
        <Wide label={words.title}>
          <Table verticalSpacing={6} horizontalSpacing="md">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.precedence}</Table.Th>
                <Table.Th>{words.kind}</Table.Th>
                <Table.Th>{words.category}</Table.Th>
                <Table.Th>{words.office}</Table.Th>
                <Table.Th>{words.urgent}</Table.Th>
                <Table.Th>{words.unit}</Table.Th>
                <Table.Th>
                  <VisuallyHidden>{words.change}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rules.map((rule) => (
                <Table.Tr key={rule.id}>
                  <Table.Td className="figures">{rule.precedence}</Table.Td>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>
                    {rule.kind === null ? words.any : words.kinds[rule.kind]}
                  </Table.Td>
                  <Table.Td>{labelOf(rule.category)}</Table.Td>
                  <Table.Td className="figures">{rule.officeCode ?? words.any}</Table.Td>
                  <Table.Td>{rule.urgent === null ? words.any : rule.urgent ? words.yes : words.no}</Table.Td>
                  <Table.Td>
                    {nameOf(rule.unitId)}
                    <div className={styles.small}>
                      {rule.note}
                      {rule.validTo !== null && ` (${sayDay(rule.validFrom)} – ${sayDay(rule.validTo)})`}
                    </div>
                  </Table.Td>
                  <Table.Td>
                    {rule.validTo === null && (
                      <Group gap={4} wrap="nowrap" justify="flex-end">
                        <Button
                          size="compact-xs"
                          variant="default"
                          aria-label={words.changeOf(rule.precedence)}
                          onClick={() => setDoing({ what: 'change', rule })}
                        >
                          {words.change}
                        </Button>
                        <Button
                          size="compact-xs"
                          variant="default"
                          aria-label={words.endOf(rule.precedence)}
                          onClick={() => setDoing({ what: 'end', rule })}
                        >
                          {words.end}
                        </Button>
                      </Group>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
      {(doing?.what === 'create' || doing?.what === 'change') && (
        <RuleForm
          rule={doing.what === 'change' ? doing.rule : null}
          units={units?.items ?? []}
          offices={offices ?? []}
          close={close}
        />
      )}
      {doing?.what === 'end' && <EndRule rule={doing.rule} close={close} />}
    </Page>
  );
}
