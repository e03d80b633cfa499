import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Icon } from '../components/icons.tsx';
import { Initials } from '../components/initials.tsx';
import { QuietPlace } from '../components/quiet-place.tsx';
import { Refusal } from '../components/refusal.tsx';
import { enterprisesQuery } from '../data/queries.ts';
import { EnterpriseDetail } from './enterprise-detail.tsx';
import styles from './enterprises-page.module.css';
import { useRegistryWords } from './words.ts';

/** The register: the enterprises the reader has to do with, and everything it says of one of them. */
export function EnterprisesPage() {
  const words = useRegistryWords();
  const { q = '', taxCode } = useSearch({ from: '/signedIn/administration/enterprises' });
  const navigate = useNavigate({ from: '/enterprises' });
  const [wanted] = useDebouncedValue(q.trim(), 200);
  const { data: found, error } = useQuery({ ...enterprisesQuery(wanted), placeholderData: (before) => before });

  return (
    <div className={styles.page} data-open={taxCode !== undefined}>
      <div className={styles.side}>
        <h1 className={styles.heading}>{words.title}</h1>
        <div className={styles.find}>
          <TextInput
            type="search"
            aria-label={words.query}
            placeholder={words.query}
            leftSection={<Icon name="search" size={16} />}
            value={q}
            onChange={({ currentTarget: { value } }) =>
              void navigate({
                search: { ...(value === '' ? {} : { q: value }), ...(taxCode === undefined ? {} : { taxCode }) },
                replace: true,
              })
            }
          />
        </div>
        <Refusal error={error} />
        {found?.length === 0 && <p className={styles.none}>{words.none}</p>}
        <ul className={styles.list}>
          {found?.map((enterprise) => (
            <li key={enterprise.taxCode}>
              <Link
                to="/enterprises"
                search={{ ...(q === '' ? {} : { q }), taxCode: enterprise.taxCode }}
                className={styles.enterprise}
                data-chosen={enterprise.taxCode === taxCode}
                aria-current={enterprise.taxCode === taxCode ? 'true' : undefined}
              >
                <Initials name={enterprise.name} />
                <span className={styles.who}>
                  <span className={styles.name}>{enterprise.name}</span>
                  <span className="quiet figures">{enterprise.taxCode}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.detail}>
        {taxCode === undefined ? (
          <QuietPlace icon="search">{words.choose}</QuietPlace>
        ) : (
          <EnterpriseDetail key={taxCode} taxCode={taxCode} />
        )}
      </div>
    </div>
  );
}
