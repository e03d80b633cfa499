import { Button, Code, CopyButton, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OfficerSignInView } from '../../../http/officer-sign-in-routes.ts';
import { inviteOfficer, signOutOfficer } from '../../account/data.ts';
import { Refusal } from '../../components/refusal.tsx';
import { useLanguage } from '../../language/language.tsx';
import { useDeskNow } from '../../time/desk-time.ts';
import { moment } from '../../time/moments.ts';
import styles from '../page.module.css';
import { useDeed } from '../parts/use-deed.ts';
import { revokeInvitation, signInsQuery, stateOf } from './sign-in-state.ts';
import { SignInTag } from './sign-in-tag.tsx';
import { useSignInWords } from './sign-in-words.ts';

/** How an officer gets in: invited, invited again, the invitation taken back, signed out. */
export function OfficerSignIn({ id }: { id: number }) {
  const words = useSignInWords();
  const { data, error } = useQuery(signInsQuery);
  const inviting = useDeed((officerId: number) => inviteOfficer(String(officerId)));
  const revoking = useDeed(revokeInvitation, inviting.reset);
  const signingOut = useDeed((officerId: number) => signOutOfficer(String(officerId)));
  const signIn = data?.get(id);
  const state = stateOf(signIn);
  const invite = { none: words.invite, invited: words.again, in: words.renew }[state];
  return (
    <section aria-label={words.title}>
      <h3 className={styles.subtitle}>
        {words.title} {data !== undefined && <SignInTag state={state} />}
      </h3>
      {data !== undefined && <Standing signIn={signIn} />}
      <Group gap="xs">
        <Button size="xs" variant="default" loading={inviting.isPending} onClick={() => inviting.mutate(id)}>
          {invite}
        </Button>
        {state === 'invited' && (
          <Button size="xs" variant="default" loading={revoking.isPending} onClick={() => revoking.mutate(id)}>
            {words.revoke}
          </Button>
        )}
        {(signIn?.sessions ?? 0) > 0 && (
          <Button size="xs" variant="default" loading={signingOut.isPending} onClick={() => signingOut.mutate(id)}>
            {words.signOut}
          </Button>
        )}
      </Group>
      <Refusal error={error ?? inviting.error ?? revoking.error ?? signingOut.error} />
      <div role="status">
        {signingOut.data !== undefined && <p className={styles.small}>{words.signedOut(signingOut.data.count)}</p>}
        {inviting.data !== undefined && <Invitation {...inviting.data} />}
      </div>
    </section>
  );
}

function Standing({ signIn }: { signIn: OfficerSignInView | undefined }) {
  const words = useSignInWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const isIn = signIn?.hasPassword === true || signIn?.isBound === true;
  const ways = [
    signIn?.hasPassword === true && words.ways.password,
    signIn?.isBound === true && words.ways.directory,
    isIn && (signIn.hasSecondFactor ? words.ways.factor : words.ways.noFactor),
  ].filter((each) => typeof each === 'string');
  const sessions = signIn?.sessions ?? 0;
  const said = ways.join(', ');
  return (
    <p className={styles.small}>
      {isIn
        ? `${said.slice(0, 1).toLocaleUpperCase()}${said.slice(1)}. ${sessions === 0 ? words.nowhere : words.sessions(sessions)}`
        : words.never}
      {signIn?.invitedUntil != null && ` ${words.openUntil(moment(Date.parse(signIn.invitedUntil), now, language))}`}
    </p>
  );
}

function Invitation({ link, expiresAt }: { link: string; expiresAt: string }) {
  const words = useSignInWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  return (
    <Stack gap="xs" mt="sm" align="flex-start">
      <p className={styles.small}>{words.once(moment(Date.parse(expiresAt), now, language))}</p>
      <Code block style={{ maxWidth: '100%', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {link}
      </Code>
      <CopyButton value={link}>
        {({ copy, copied }) => (
          <Button size="xs" onClick={copy}>
            {copied ? words.copied : words.copy}
          </Button>
        )}
      </CopyButton>
      <p className={styles.small}>{words.hint}</p>
    </Stack>
  );
}
