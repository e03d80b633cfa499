import { AsyncLocalStorage } from 'node:async_hooks';
import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { systemClock } from '../clock.ts';
import type { DirectorySettings } from '../config.ts';
import { admitFromDirectory } from '../desk/access/admit-from-directory.ts';
import { act, type Desk } from '../desk/act.ts';
import { directoryAccountId, directoryProvider } from '../store/directory-sign-ins.ts';
import { authOptions, clientAddressHeader } from './auth.ts';
import { readClaims } from './oidc-claims.ts';
import { askForCode, type DirectoryRefusal, type Visit } from './oidc-code.ts';
import { type Discovery, discover } from './oidc-discovery.ts';

export interface DirectorySignIn {
  label: string;
  /** Where to send the browser, with the cookies of the way there; null when the directory does not answer. */
  begin(request: Request, to: { from: string; address: string }): Promise<{ url: string; headers: Headers } | null>;
  /** Takes whoever comes back from the directory. */
  finish(request: Request, address: string): Promise<Arrival>;
}

export interface Arrival {
  /** What the answer must carry, cookies above all. */
  headers: Headers;
  outcome: { is: 'in' | 'needsCode'; to: string } | { is: 'refused'; because: DirectoryRefusal };
}

const patienceMilliseconds = 15_000;
// As long as a sensitive act stays open; somebody who signed in there in the morning has not said now who they are.
const freshMilliseconds = 10 * 60_000;

/**
 * Sign-in by an agency's directory, beside the password and apart from it: a directory that hangs or is away holds up
 * nobody who types a password. The person is asked there each time, since desks are shared.
 */
export function openDirectorySignIn(
  desk: Desk,
  { publicUrl, settings }: { publicUrl: string; settings: DirectorySettings },
): DirectorySignIn {
  const visits = new AsyncLocalStorage<Visit>();
  let opened: ReturnType<typeof connect> | null = null;

  function connected(found: Discovery): ReturnType<typeof connect> {
    const ours = opened ?? connect(found);
    opened = ours;
    ours.catch(() => {
      opened = null;
    });
    return ours;
  }

  async function connect(found: Discovery) {
    const base = await authOptions({ db: desk.database.db, publicUrl });
    return betterAuth({
      ...base,
      // The directory's tokens are of no use to us once they were read.
      account: { updateAccountOnSignIn: false, accountLinking: { disableImplicitLinking: true } },
      databaseHooks: {
        session: {
          create: {
            before: async (row) => ({
              data: { ...row, directoryFactor: visits.getStore()?.assertsSecondFactor === true },
            }),
          },
        },
      },
      plugins: [...base.plugins, askForCode(visits), genericOAuth({ config: [provider(found)] })],
    });
  }

  function provider(found: Discovery) {
    const { issuer, clientId, clientSecret } = settings;
    return {
      providerId: directoryProvider,
      clientId,
      clientSecret,
      discoveryUrl: found.url,
      // With headers of our own, discovery follows no redirect to another origin.
      discoveryHeaders: { accept: 'application/json' },
      authorizationUrl: found.authorizationUrl,
      tokenUrl: found.tokenUrl,
      authentication: found.authentication,
      requireIdTokenVerification: true,
      scopes: ['openid', 'email'],
      prompt: 'login' as const,
      disableSignUp: true,
      disableProviderLogout: true,
      accountSubject: ({ profile }: { profile: { sub?: string | number | null | undefined } }) =>
        directoryAccountId({ issuer, subject: String(profile.sub ?? '') }),
      getUserInfo: async ({ idToken }: { idToken?: string | undefined }) => {
        const visit = visits.getStore();
        const said = idToken === undefined ? null : readClaims(idToken);
        if (visit === undefined || said === null || said.issuer !== issuer) return null;
        if (said.authorizedParty !== null && said.authorizedParty !== clientId) return null;
        if (said.saidAt !== null && systemClock.now().getTime() - said.saidAt.getTime() > freshMilliseconds) {
          visit.refusal = 'stale';
          return null;
        }
        const admission = await act(desk, { kind: 'schedule', name: 'directory' }, (current) =>
          admitFromDirectory(current, { ...said, identity: said }),
        );
        if (!admission.ok) {
          visit.refusal = admission.refusal;
          return null;
        }
        visit.assertsSecondFactor = said.assertsSecondFactor;
        // The sign-in is found by its subject from here on; an address has to be there and changes nothing.
        return { sub: said.subject, email: said.email ?? 'bound@directory.invalid', emailVerified: true, name: '' };
      },
    };
  }

  /** The answer of better-auth, or null when the directory keeps it waiting. */
  async function ask(request: Request, visit: Visit): Promise<Response | null> {
    const found = await discover(settings.issuer);
    if (found === null) return null;
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, patienceMilliseconds, null);
    });
    const answered = connected(found).then((auth) => visits.run(visit, () => auth.handler(request)));
    // Whoever gave up waiting is told so; what comes of it later is nobody's.
    answered.catch(() => null);
    return Promise.race([answered, tooLong]).finally(() => clearTimeout(timer));
  }

  return {
    label: settings.label,
    async begin(request, { from, address }) {
      const own = new Request(`${publicUrl}/api/auth/sign-in/social`, {
        method: 'POST',
        headers: {
          ...passedOn(request, address),
          origin: new URL(publicUrl).origin,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ provider: directoryProvider, callbackURL: publicUrl + from, disableRedirect: true }),
      });
      const answer = await ask(own, nobodyYet());
      const body: unknown = answer?.ok === true ? await answer.json() : null;
      if (answer === null || typeof body !== 'object' || body === null || !('url' in body)) return null;
      return { url: String(body.url), headers: cookiesOf(answer) };
    },
    async finish(request, address) {
      const visit = nobodyYet();
      const { search } = new URL(request.url);
      const own = new Request(`${publicUrl}/api/auth/callback/${directoryProvider}${search}`, {
        headers: passedOn(request, address),
      });
      const answer = await ask(own, visit);
      if (answer === null) return { headers: new Headers(), outcome: { is: 'refused', because: 'down' } };
      const to = URL.parse(answer.headers.get('location') ?? '');
      const isIn = to !== null && !to.searchParams.has('error') && to.pathname.startsWith('/console');
      const outcome: Arrival['outcome'] =
        isIn && visit.refusal === null
          ? { is: visit.needsCode ? 'needsCode' : 'in', to: to.pathname + to.search }
          : { is: 'refused', because: visit.refusal ?? 'failed' };
      return { headers: cookiesOf(answer), outcome };
    },
  };
}

function nobodyYet(): Visit {
  return { refusal: null, assertsSecondFactor: false, needsCode: false };
}

function passedOn(request: Request, address: string): Record<string, string> {
  const taken = ['cookie', 'user-agent'].flatMap((name) => {
    const value = request.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(taken), [clientAddressHeader]: address };
}

function cookiesOf(answer: Response): Headers {
  return new Headers(answer.headers.getSetCookie().map((cookie): [string, string] => ['set-cookie', cookie]));
}
