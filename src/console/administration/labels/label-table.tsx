import { Button, Group, Table } from '@mantine/core';
import type { LabelView } from '../../../http/label-routes.ts';
import { LabelChip } from '../../labels/label-chip.tsx';
import { useLanguage } from '../../language/language.tsx';
import { useDeskNow } from '../../time/desk-time.ts';
import { moment } from '../../time/moments.ts';
import page from '../page.module.css';
import { Wide } from '../parts/wide.tsx';
import styles from './labels.module.css';
import { useLabelPageWords } from './words.ts';

interface LabelTableProps {
  labels: readonly LabelView[];
  edit: (label: LabelView) => void;
  retire: (label: LabelView) => void;
}

/** The labels by name as they look on a case, with what may be done to each. */
export function LabelTable({ labels, edit, retire }: LabelTableProps) {
  const words = useLabelPageWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  return (
    <Wide label={words.title}>
      <Table verticalSpacing={6} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.name}</Table.Th>
            <Table.Th>{words.unit}</Table.Th>
            <Table.Th>{words.changedAt}</Table.Th>
            <Table.Th className={styles.narrow}>{words.deeds}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {labels.map((label) => (
            <Table.Tr key={label.id}>
              <Table.Td>
                <LabelChip label={label} />
              </Table.Td>
              <Table.Td>{label.unitName ?? words.everybodys}</Table.Td>
              <Table.Td className="figures">{moment(Date.parse(label.updatedAt), now, language)}</Table.Td>
              <Table.Td className={styles.narrow}>
                {label.mayChange ? (
                  <Group gap="xs" wrap="nowrap">
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={words.editOf(label.name)}
                      onClick={() => edit(label)}
                    >
                      {words.edit}
                    </Button>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={words.retireOf(label.name)}
                      onClick={() => retire(label)}
                    >
                      {words.retire}
                    </Button>
                  </Group>
                ) : (
                  <span className={page.small}>{words.notYours}</span>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
