import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Compliance } from '../../reports/compliance/compliance.ts';
import { Failure } from '../components/failure.tsx';
import { receivingUnitsQuery } from '../data/queries.ts';
import { ManagerTop } from '../exports/manager-top.tsx';
import { PrintedPeriod } from '../exports/printed-period.tsx';
import { useLanguage } from '../language/language.tsx';
import { Accuracy } from './accuracy.tsx';
import { Breakdown } from './breakdown.tsx';
import styles from './compliance.module.css';
import { type ComplianceSearch, readComplianceSearch } from './compliance-search.ts';
import { complianceFile, complianceQuery } from './data.ts';
import { Filters } from './filters.tsx';
import { Headline } from './headline.tsx';
import { Series } from './series.tsx';
import { useComplianceWords } from './words.ts';

const route = getRouteApi('/signedIn/compliance');

/** Which promises were kept, beside an earlier period. Every figure and bar opens its cases. */
export function CompliancePage() {
  const words = useComplianceWords();
  const { phrases } = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: compliance, error, refetch, isPlaceholderData } = useQuery(complianceQuery(search));
  const { data: units = [] } = useQuery(receivingUnitsQuery);
  const choose = (change: ComplianceSearch) =>
    void navigate({ to: '.', search: (before) => readComplianceSearch({ ...before, ...change }) });
  return (
    <div className={styles.page}>
      <ManagerTop title={words.title} file={complianceFile(search)} />
      {compliance === undefined && error !== null && <Failure error={error} retry={() => void refetch()} />}
      {compliance === undefined && error === null && <Loader m="xl" size="sm" aria-label={phrases.loading} />}
      {compliance !== undefined && (
        <div aria-busy={isPlaceholderData}>
          <Filters shown={compliance} unit={search.unit} choose={choose} />
          <PrintedPeriod
            from={compliance.from}
            to={compliance.to}
            of={units.find(({ id }) => id === search.unit)?.name}
          />
          <Headline compliance={compliance} unit={search.unit} />
          <Series compliance={compliance} unit={search.unit} />
          <Breakdowns compliance={compliance} unit={search.unit} />
        </div>
      )}
      {compliance === undefined && <Accuracy />}
    </div>
  );
}

function Breakdowns({ compliance, unit }: { compliance: Compliance; unit: number | undefined }) {
  const words = useComplianceWords();
  const { phrases } = useLanguage();
  const { byClock, byUnit, byOfficer, byAgreement, from: decidedFrom, to: decidedTo } = compliance;
  const span = { decidedFrom, decidedTo, ...(unit === undefined ? {} : { unit }) };
  return (
    <div className={styles.two}>
      <div className={styles.stack}>
        <Breakdown
          title={words.byClock}
          rows={byClock.map((row) => ({
            ...row,
            key: row.clock,
            name: phrases.clocks[row.clock],
            search: { ...span, clock: row.clock },
          }))}
        />
        <Breakdown
          title={words.byOfficer}
          rows={byOfficer.map((row) => ({
            ...row,
            key: String(row.id),
            name: row.id === null ? words.nobody : row.name,
            under: row.unitName,
            search: row.id === null ? null : { ...span, assignee: row.id },
          }))}
        />
        <Accuracy />
      </div>
      <div className={styles.stack}>
        <Breakdown
          title={words.byUnit}
          rows={byUnit.map((row) => ({
            ...row,
            key: String(row.id),
            search: row.id === null ? null : { ...span, unit: row.id },
          }))}
        />
        <Breakdown
          title={words.byAgreement}
          rows={byAgreement.map((row) => ({
            ...row,
            key: String(row.id),
            name: row.id === null ? words.noEnterprise : row.name,
            under: row.id === null ? '' : (row.agreement ?? words.noAgreement),
            search: row.id === null ? null : { ...span, enterprise: row.id },
          }))}
        />
      </div>
    </div>
  );
}
