import { ActionIcon } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CaseDetail } from '../../http/views.ts';
import { LeadingClockBadge } from '../components/clock-badge.tsx';
import { Icon } from '../components/icons.tsx';
import { Tag } from '../components/tag.tsx';
import { CaseLabels } from '../labels/case-labels.tsx';
import { usePhrases } from '../language/language.tsx';
import { ReminderTag } from '../reminders/reminder-tag.tsx';
import { CaseActions } from './case-actions.tsx';
import styles from './case-header.module.css';

interface CaseHeaderProps {
  openCase: CaseDetail;
  /** Null where the context stands beside the thread anyway. */
  showContext: (() => void) | null;
}

export function CaseHeader({ openCase, showContext }: CaseHeaderProps) {
  const phrases = usePhrases();
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <Link to="/cases" search={(current) => current} className={styles.back} aria-label={phrases.back}>
          <Icon name="back" />
        </Link>
        <h2 className={styles.title}>
          <span className={styles.reference}>{openCase.reference}</span>
          <span className={styles.name}>{openCase.enterprise?.name ?? phrases.unknownEnterprise}</span>
        </h2>
        <CaseActions openCase={openCase} />
        {showContext !== null && (
          <ActionIcon variant="default" size={34} aria-label={phrases.details} onClick={showContext}>
            <Icon name="panel" />
          </ActionIcon>
        )}
      </div>
      <div className={styles.tags}>
        <Tag>{phrases.kinds[openCase.kind]}</Tag>
        <Tag>{phrases.states[openCase.state]}</Tag>
        {openCase.urgent && (
          <Tag tone="overdue" icon="warning">
            {phrases.urgent}
          </Tag>
        )}
        <Tag>{phrases.level(openCase.level)}</Tag>
        <Tag icon="person">{openCase.assignee?.name ?? phrases.nobody}</Tag>
        <LeadingClockBadge clocks={openCase.clocks} />
        <ReminderTag reference={openCase.reference} />
        <CaseLabels openCase={openCase} />
      </div>
    </header>
  );
}
