import { Loader, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PermissionsView } from '../../http/permission-routes.ts';
import { Page } from '../administration/parts/page.tsx';
import { Wide } from '../administration/parts/wide.tsx';
import { useAdministrationWords } from '../administration/words.ts';
import { Failure } from '../components/failure.tsx';
import { Icon } from '../components/icons.tsx';
import { Tag } from '../components/tag.tsx';
import { permissionsQuery } from './data.ts';
import styles from './oversight.module.css';
import { usePermissionWords } from './permission-words.ts';

/** The table of permissions, for those who check that it is what was agreed. */
export function PermissionsPage() {
  const words = usePermissionWords();
  const { data, error, refetch } = useQuery(permissionsQuery);
  return (
    <Page title={words.title} lead={words.lead}>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Loader size="sm" />}
      {data !== undefined && <Matrix view={data} />}
    </Page>
  );
}

function Matrix({ view: { roles, acts, sight } }: { view: PermissionsView }) {
  const words = usePermissionWords();
  const { roles: roleNames } = useAdministrationWords();
  return (
    <div style={{ marginTop: 14 }}>
      <Wide label={words.title}>
        <Table verticalSpacing={7} horizontalSpacing="sm" className={styles.matrix}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.act}</Table.Th>
              {roles.map((role) => (
                <Table.Th key={role}>{roleNames[role]}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(['plain', 'conduct'] as const).map((kinds) => (
              <SightRows key={kinds} kinds={kinds} rows={sight.filter((row) => row.kinds === kinds)} roles={roles} />
            ))}
            <Heading text={words.acts} columns={roles.length} />
            {acts.map(({ permission, reach }) => (
              <Table.Tr key={permission}>
                <Table.Th scope="row">{words.permissions[permission]}</Table.Th>
                {reach.map((each, place) => (
                  <Table.Td key={roles[place]}>
                    {each === 'everywhere' && <Mark isYes says={words.reach.everywhere} />}
                    {each === 'nowhere' && <Mark isYes={false} says={words.reach.nowhere} />}
                    {(each === 'ownUnits' || each === 'seenCases') && <Tag>{words.reach[each]}</Tag>}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </div>
  );
}

interface SightRowsProps {
  kinds: PermissionsView['sight'][number]['kinds'];
  rows: PermissionsView['sight'];
  roles: PermissionsView['roles'];
}

function SightRows({ kinds, rows, roles }: SightRowsProps) {
  const words = usePermissionWords();
  return (
    <>
      <Heading text={`${words.sight}: ${words.kinds[kinds]}`} columns={roles.length} />
      {rows.map(({ relation, sees }) => (
        <Table.Tr key={relation}>
          <Table.Th scope="row">{words.relations[relation]}</Table.Th>
          {sees.map((each, place) => (
            <Table.Td key={roles[place]}>
              <Mark isYes={each} says={each ? words.reach.everywhere : words.reach.nowhere} />
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </>
  );
}

function Heading({ text, columns }: { text: string; columns: number }) {
  return (
    <Table.Tr className={styles.group}>
      <Table.Th colSpan={columns + 1} scope="rowgroup">
        {text}
      </Table.Th>
    </Table.Tr>
  );
}

function Mark({ isYes, says }: { isYes: boolean; says: string }) {
  return (
    <span className={isYes ? styles.yes : styles.no} role="img" aria-label={says}>
      {isYes ? <Icon name="check" size={17} /> : '–'}
    </span>
  );
}
