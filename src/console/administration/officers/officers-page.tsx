import { Button, Loader, Select, Table, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Failure } from '../../components/failure.tsx';
import { type Officer, officersOnQuery, unitsQuery } from '../data.ts';
import styles from '../page.module.css';
import { DayInput } from '../parts/day-input.tsx';
import { matches } from '../parts/matches.ts';
import { NothingChosen } from '../parts/nothing-chosen.tsx';
import { Page } from '../parts/page.tsx';
import { useToday } from '../parts/use-today.ts';
import { Wide } from '../parts/wide.tsx';
import { useAdministrationWords } from '../words.ts';
import { CreateOfficer } from './create-officer.tsx';
import { OfficerDetail } from './officer-detail.tsx';
import { signInsQuery, stateOf } from './sign-in-state.ts';
import { SignInTag } from './sign-in-tag.tsx';
import { useOfficerWords } from './words.ts';

/** Who holds which post on a day, and what can be done to it. */
export function OfficersPage() {
  const words = useOfficerWords();
  const common = useAdministrationWords();
  const today = useToday();
  const [day, setDay] = useState(today);
  const [unitId, setUnitId] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<number | null>(null);
  const [isCreating, setIsCreating] = useState(false);
  const { data: officers, error, refetch } = useQuery(officersOnQuery(day));
  const { data: units } = useQuery(unitsQuery(day));
  const q = useDeferredValue(typed);
  const shown = (officers ?? []).filter(
    (each) =>
      (unitId === null || String(each.unitId) === unitId) && matches(`${each.name} ${each.email} ${each.title}`, q),
  );

  return (
    <Page
      title={words.title}
      lead={words.lead}
      deeds={<Button onClick={() => setIsCreating(true)}>{words.create}</Button>}
    >
      <div className={styles.tools}>
        <TextInput label={words.find} w={280} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <Select
          label={words.unit}
          placeholder={words.allUnits}
          w={280}
          searchable
          clearable
          data={units?.items.map(({ id, name }) => ({ value: String(id), label: name })) ?? []}
          value={unitId}
          onChange={setUnitId}
        />
        <DayInput label={common.day} value={day} change={(next) => next !== '' && setDay(next)} />
        <span className={styles.small}>{officers !== undefined && words.count(shown.length)}</span>
      </div>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {officers === undefined && error === null && <Loader size="sm" />}
      {officers !== undefined && (
        <div className={styles.beside}>
          <OfficerTable officers={shown} chosen={chosen} choose={setChosen} />
          <aside className={`${styles.card} ${styles.sticky}`} aria-label={words.posts}>
            {chosen === null ? (
              <NothingChosen icon="person" says={words.choose}>
                <ByRole officers={shown} />
              </NothingChosen>
            ) : (
              <OfficerDetail key={chosen} id={chosen} officers={officers} units={units?.items ?? []} />
            )}
          </aside>
        </div>
      )}
      {isCreating && <CreateOfficer units={units?.items ?? []} close={() => setIsCreating(false)} />}
    </Page>
  );
}

const inOrder = ['departmentLeader', 'unitHead', 'teamLead', 'officer', 'internalControl', 'administrator'] as const;

/** How many there are in each role, of those in the list. */
function ByRole({ officers }: { officers: readonly Officer[] }) {
  const { roles } = useAdministrationWords();
  const counts = Map.groupBy(officers, ({ role }) => role);
  return (
    <ul className={styles.rows}>
      {inOrder
        .filter((role) => counts.has(role))
        .map((role) => (
          <li key={role}>
            <span className="quiet">{roles[role]}</span>
            <span className="figures">{counts.get(role)?.length}</span>
          </li>
        ))}
    </ul>
  );
}

interface OfficerTableProps {
  officers: readonly Officer[];
  chosen: number | null;
  choose: (id: number) => void;
}

function OfficerTable({ officers, chosen, choose }: OfficerTableProps) {
  const words = useOfficerWords();
  const { data: signIns } = useQuery(signInsQuery);
  const common = useAdministrationWords();
  return (
    <Wide label={words.title}>
      <Table verticalSpacing={6} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.name}</Table.Th>
            <Table.Th>{words.unit}</Table.Th>
            <Table.Th>{words.role}</Table.Th>
            <Table.Th>{words.emailAndSignIn}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {officers.map(({ id, name, title, unitName, role, email }) => (
            <Table.Tr key={id} className={id === chosen ? styles.chosen : undefined}>
              <Table.Td>
                <button type="button" className={styles.plain} aria-pressed={id === chosen} onClick={() => choose(id)}>
                  {name}
                </button>
                <div className={styles.small}>{title}</div>
              </Table.Td>
              <Table.Td>{unitName}</Table.Td>
              <Table.Td>{common.roles[role]}</Table.Td>
              <Table.Td>
                {email}
                {signIns !== undefined && (
                  <div>
                    <SignInTag state={stateOf(signIns.get(id))} />
                  </div>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
          {officers.length === 0 && (
            <Table.Tr>
              <Table.Td colSpan={4}>{words.nobody}</Table.Td>
            </Table.Tr>
          )}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
