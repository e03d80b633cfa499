import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Refusal } from '../components/refusal.tsx';
import { Tag } from '../components/tag.tsx';
import { Fact, Facts } from '../context/facts.tsx';
import { enterpriseDeclarationsQuery, enterpriseLinksQuery, enterpriseQuery } from '../data/queries.ts';
import { useLanguage } from '../language/language.tsx';
import { useLinkWords } from '../links/words.ts';
import { sayDay } from '../time/days.ts';
import { useDeskNow } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import styles from './enterprise-detail.module.css';
import { useRegistryWords } from './words.ts';

/** Everything the register says of one enterprise. */
export function EnterpriseDetail({ taxCode }: { taxCode: string }) {
  const words = useRegistryWords();
  const linkWords = useLinkWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const { data: one, error } = useQuery(enterpriseQuery(taxCode));
  const { data: declarations } = useQuery(enterpriseDeclarationsQuery(taxCode));
  const { data: people } = useQuery(enterpriseLinksQuery(taxCode));
  if (one === undefined)
    return (
      <div className={styles.sheet}>
        <Refusal error={error} />
      </div>
    );
  const when = (at: string) => moment(Date.parse(at), now, language);
  return (
    <article className={styles.sheet}>
      <Link to="/enterprises" search={{}} className={styles.back}>
        {words.back}
      </Link>
      <div className={styles.head}>
        <h2 className={styles.name}>{one.name}</h2>
        <span className="quiet figures">
          {words.taxCode} {one.taxCode}
        </span>
      </div>
      <Facts>
        <Fact name={words.address}>{one.address}</Fact>
        <Fact name={words.phones}>{one.phones.map(({ phone }) => phone).join(', ')}</Fact>
        <Fact name={words.note}>{one.note}</Fact>
      </Facts>
      <div className={styles.cards}>
        <Card title={words.agreements} count={one.agreements.length}>
          {one.agreements.map(({ number, signedOn, templateVersion, state, validUntil }) => (
            <tr key={number}>
              <td>
                <strong className="figures">{number}</strong>
                <div className="quiet figures">
                  {words.signed(sayDay(signedOn), sayDay(templateVersion))}
                  {validUntil === null ? '' : ` · ${words.until(sayDay(validUntil))}`}
                </div>
              </td>
              <td>
                <Tag tone={state === 'inForce' ? 'met' : 'neutral'}>{words.agreementStates[state]}</Tag>
              </td>
            </tr>
          ))}
        </Card>
        <Card title={words.people} count={people?.links.length ?? 0}>
          {people?.links.map(({ id, name, role, validFrom, isCurrent }) => (
            <tr key={id}>
              <td>
                <strong>{name ?? linkWords.unnamed}</strong>
                <div className="quiet">{linkWords.roles[role]}</div>
              </td>
              <td className="quiet">{isCurrent ? words.since(when(validFrom)) : linkWords.ended}</td>
            </tr>
          ))}
        </Card>
        <Card title={words.associations} count={one.associations.length}>
          {one.associations.map(({ name, validFrom, validUntil }) => (
            <tr key={`${name} ${validFrom}`}>
              <td>{name}</td>
              <td className="quiet figures">
                {words.since(sayDay(validFrom))}
                {validUntil === null ? '' : ` ${words.until(sayDay(validUntil))}`}
              </td>
            </tr>
          ))}
        </Card>
        <Card title={words.history} count={one.history.length}>
          {one.history.map(({ changedAt, by, before }) => (
            <tr key={changedAt}>
              <td>
                {words.before(
                  Object.entries(before)
                    .map(([field, value]) => `${words.fields[field] ?? field}: ${said(value, words)}`)
                    .join('; '),
                )}
              </td>
              <td className="quiet">
                {when(changedAt)}
                <div>{by}</div>
              </td>
            </tr>
          ))}
        </Card>
        <Card title={words.declarations} count={declarations?.length ?? 0} isWide>
          {declarations?.map(({ number, state, stateAt, channel, officeCode, typeCode }) => (
            <tr key={number}>
              <td>
                <strong className="figures">{number}</strong>
              </td>
              <td className="quiet">{[typeCode, officeCode].filter((each) => each !== null).join(' · ')}</td>
              <td>{channel !== null && words.channels[channel]}</td>
              <td>{words.states[state]}</td>
              <td className="quiet">{when(stateAt)}</td>
            </tr>
          ))}
        </Card>
      </div>
    </article>
  );
}

function said(value: unknown, words: ReturnType<typeof useRegistryWords>): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.map((each) => said(each, words)).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function Card(props: { title: string; count: number; isWide?: boolean; children: ReactNode }) {
  const { title, count, isWide = false, children } = props;
  const words = useRegistryWords();
  return (
    <section aria-label={title} className={`${styles.card} ${isWide ? styles.wide : ''}`}>
      <h3 className={styles.title}>
        {title} <span className="figures">{count}</span>
      </h3>
      {count === 0 ? (
        <p className="quiet">{words.nothing}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <tbody>{children}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}
