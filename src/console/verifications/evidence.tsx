import { Table } from '@mantine/core';
import type { VerificationDetail } from '../../http/verification-views.ts';
import { Tag } from '../components/tag.tsx';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { workingDuration } from '../time/durations.ts';
import { shortMoment } from '../time/moments.ts';
import styles from './verification-page.module.css';
import { useVerificationWords } from './words.ts';

type Step = VerificationDetail['steps'][number];

/** The step log when the rating was given: who did what, when, and against which limit of law. */
export function Evidence({ steps }: { steps: readonly Step[] }) {
  const words = useVerificationWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  return (
    <section aria-label={words.evidence} className={styles.card}>
      <h2 className={styles.title}>{words.evidence}</h2>
      {steps.length === 0 && <p className={styles.quiet}>{words.noSteps}</p>}
      {steps.length > 0 && (
        <Table.ScrollContainer
          minWidth={520}
          scrollAreaProps={{
            type: 'auto',
            viewportProps: { tabIndex: 0, role: 'region', 'aria-label': words.evidence },
          }}
        >
          <Table className={styles.steps} verticalSpacing={7} horizontalSpacing={8}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.step}</Table.Th>
                <Table.Th>{words.time}</Table.Th>
                <Table.Th>{words.officer}</Table.Th>
                <Table.Th className={styles.number ?? ''}>{words.used}</Table.Th>
                <Table.Th className={styles.number ?? ''}>{words.limit}</Table.Th>
                <Table.Th>{words.against}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {steps.map((step) => (
                <Table.Tr key={`${step.step} ${step.at} ${step.officerName}`}>
                  <Table.Td>{words.stepOf(step.step, step.label)}</Table.Td>
                  <Table.Td className={styles.time ?? ''}>{shortMoment(Date.parse(step.at), now, language)}</Table.Td>
                  <Table.Td>
                    {step.officerName ?? step.team ?? <span className="quiet">{words.system}</span>}
                    {step.officerName !== null && step.unitName !== null && (
                      <span className={styles.unit}>{step.unitName}</span>
                    )}
                  </Table.Td>
                  <Measured limit={step.limit} />
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <p className={styles.hint}>{words.evidenceHint}</p>
    </section>
  );
}

function Measured({ limit }: { limit: Step['limit'] }) {
  const words = useVerificationWords();
  const { phrases } = useLanguage();
  if (limit === null) {
    return (
      <>
        <Table.Td className={styles.number ?? ''}>{words.noLimit}</Table.Td>
        <Table.Td className={styles.number ?? ''}>{words.noLimit}</Table.Td>
        <Table.Td />
      </>
    );
  }
  const say = (minutes: number) => workingDuration(minutes, phrases.units) || `0 ${phrases.units.minute}`;
  return (
    <>
      <Table.Td className={styles.number ?? ''}>{say(limit.usedMinutes)}</Table.Td>
      <Table.Td className={styles.number ?? ''}>{say(limit.allowedMinutes)}</Table.Td>
      <Table.Td>
        {limit.isOver ? (
          <Tag tone="overdue" icon="warning">
            {words.over(say(limit.usedMinutes - limit.allowedMinutes))}
          </Tag>
        ) : (
          <Tag tone="met" icon="check">
            {words.within}
          </Tag>
        )}
      </Table.Td>
    </>
  );
}
