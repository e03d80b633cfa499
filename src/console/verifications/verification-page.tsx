import { Button, Loader } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { VerificationDetail } from '../../http/verification-views.ts';
import { Failure } from '../components/failure.tsx';
import { Icon } from '../components/icons.tsx';
import { Tag } from '../components/tag.tsx';
import { sessionQuery } from '../data/queries.ts';
import { usePhrases } from '../language/language.tsx';
import { Actions } from './actions.tsx';
import { Evidence } from './evidence.tsx';
import { Outcome } from './outcome.tsx';
import { verificationQuery } from './queries.ts';
import { RatingsGiven } from './ratings-given.tsx';
import { Stars } from './stars.tsx';
import styles from './verification-page.module.css';
import { useVerificationWords } from './words.ts';

const route = getRouteApi('/signedIn/verifications/$reference');

/** One verification: what was rated, what the log shows, what was found and what follows. */
export function VerificationPage() {
  const { reference } = route.useParams();
  const phrases = usePhrases();
  const { data, error, refetch } = useQuery(verificationQuery(reference));
  if (data !== undefined) return <Opened key={reference} verification={data} />;
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  return <Loader m="xl" size="sm" aria-label={phrases.loading} />;
}

function Opened({ verification }: { verification: VerificationDetail }) {
  const words = useVerificationWords();
  const phrases = usePhrases();
  const { data: session } = useSuspenseQuery(sessionQuery);
  // Whoever was chosen for this one alone has it among their cases.
  const back = session.permissions.includes('followVerifications')
    ? ({ to: '/verifications', 'aria-label': words.toList } as const)
    : ({ to: '/cases', 'aria-label': phrases.inbox } as const);
  const { reference, declaration, ratings } = verification;
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Link {...back} className={styles.back}>
          <Icon name="back" />
        </Link>
        <div className={styles.titles}>
          <h1 className={styles.heading}>
            {reference} <Stars level={ratings[0]?.level ?? 1} />
          </h1>
          <p className={styles.sub}>
            <span className="figures">{declaration.number}</span>
            {declaration.channel !== null && <Tag>{words.channels[declaration.channel]}</Tag>}
            {verification.isAppeal && <Tag icon="swap">{words.secondLook(verification.appealOf)}</Tag>}
            {verification.appealedAt !== null && <Tag icon="swap">{words.appealed}</Tag>}
          </p>
        </div>
        <Button
          component={Link}
          to={`/cases/${reference}`}
          variant="default"
          size="compact-md"
          leftSection={<Icon name="webchat" size={15} />}
        >
          {words.openCase}
        </Button>
      </header>
      <div className={styles.columns}>
        <div className={styles.column}>
          <RatingsGiven ratings={ratings} />
          <Evidence steps={verification.steps} />
        </div>
        <div className={styles.column}>
          <Outcome verification={verification} />
          <Actions verification={verification} />
        </div>
      </div>
    </div>
  );
}
