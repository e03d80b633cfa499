import type { AlertView, CaseDetail, CaseListPage, LinkCodeView, TroubleView } from '../../src/http/views.ts';

/** Calls to a running demonstration over the network, as another program or a signed-in browser makes them. */
export interface DemoApi {
  openCase(reference: string): Promise<CaseDetail>;
  cases(query: string): Promise<CaseListPage>;
  troubles(): Promise<TroubleView[]>;
  reply(reference: string, text: string): Promise<CaseDetail>;
  moveClock(move: { advanceMinutes: number } | { advanceWorkingMinutes: number }): Promise<void>;
  signIn(email: string): Promise<OfficerSession>;
}

export interface OfficerSession {
  alerts(): Promise<AlertView[]>;
  linkCode(): Promise<LinkCodeView>;
  reply(reference: string, text: string): Promise<CaseDetail>;
}

export function openDemoApi(url: string, apiKey: string): DemoApi {
  const asProgram = { authorization: `Bearer ${apiKey}` };

  async function call(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: unknown,
  ): Promise<Response> {
    const answer = await fetch(url + path, {
      method,
      headers: { origin: url, ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  }

  // What our own server answers has the type that it declares; the tests compare what they rely on.
  async function get<View>(path: string, headers: Record<string, string>): Promise<View> {
    return (await call('GET', path, headers)).json() as Promise<View>;
  }
  async function post<View>(path: string, headers: Record<string, string>, body?: unknown): Promise<View> {
    return (await call('POST', path, headers, body)).json() as Promise<View>;
  }

  return {
    openCase: (reference) => get(`/api/v1/cases/${reference}`, asProgram),
    cases: (query) => get(`/api/v1/cases?${query}`, asProgram),
    troubles: () => get('/api/v1/troubles', asProgram),
    reply: (reference, text) => post(`/api/v1/cases/${reference}/replies`, asProgram, { text }),
    async moveClock(move) {
      await call('POST', '/demo/clock', {}, move);
    },
    async signIn(email) {
      const answer = await call('POST', '/api/auth/sign-in/email', {}, { email, password: 'haiphong' });
      const cookie = answer.headers
        .getSetCookie()
        .map((text) => text.split(';')[0])
        .join('; ');
      return {
        alerts: () => get('/api/v1/alerts', { cookie }),
        linkCode: () => post('/api/v1/me/link-codes', { cookie }),
        reply: (reference, text) => post(`/api/v1/cases/${reference}/replies`, { cookie }, { text }),
      };
    },
  };
}
