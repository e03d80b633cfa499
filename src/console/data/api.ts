import { type ClientResponse, hc } from 'hono/client';
import type { ChannelName } from '../../channel/port.ts';
import type { ApiKeyView } from '../../http/api-key-routes.ts';
import type { WarningsView } from '../../http/calendar-views.ts';
import type { DataRequestView, RetentionView } from '../../http/data-request-routes.ts';
import type { CreatedCodesView, EnterpriseLinksView, LinkRequestView } from '../../http/link-views.ts';
import type { DeclarationView, EnterpriseDetailView, EnterpriseView } from '../../http/registry-views.ts';
import type { Api } from '../../http/server.ts';
import type {
  AlertView,
  CaseCounts,
  CaseDetail,
  CaseListPage,
  LinkCodeView,
  LinkedChatView,
  OfficerView,
  SessionView,
  TroubleView,
} from '../../http/views.ts';
import type { CaseKind, CaseState } from '../../rules/case/words.ts';
import type { ApiScope } from '../../rules/visibility/scopes.ts';
import type { CaseSort } from '../../store/case-order.ts';
import { fetchAskingAgain } from '../account/ask-again.ts';
import type { FigureSearch } from '../inbox/figure-search.ts';
import { problemOf } from './problem.ts';

/** Every endpoint that the pages use, one function each. `Api` is the server's own: a changed endpoint breaks the build. */

export const { v1 } = hc<Api>('/', { fetch: fetchAskingAgain }).api;

export type Box = 'mine' | 'unassigned' | 'all';
export type StateFilter = CaseState | 'any';
export type AfterReply = 'nothing' | 'awaitEnterprise' | 'resolve';

export interface CaseFilter extends FigureSearch {
  box: Box;
  state?: StateFilter | undefined;
  q?: string | undefined;
  overdue?: boolean | undefined;
  label?: number | undefined;
  channel?: ChannelName | undefined;
  kind?: CaseKind | undefined;
  urgent?: boolean | undefined;
  sort?: CaseSort | undefined;
  order?: 'asc' | 'desc' | undefined;
}

export interface Reply {
  text: string;
  then: AfterReply;
  /** The newest event the officer had seen; the server refuses when a colleague was quicker. */
  seenEventOrdinal: number;
  /** The model's draft that it began as, and the translation that goes below it. */
  draftId?: number;
  translationId?: number;
  /** Files that were chosen for it. */
  uploadIds?: number[];
}

export interface Note {
  text: string;
  mentionedIds: number[];
  uploadIds: number[];
}

export function readSession(): Promise<SessionView> {
  return answerOf(v1.session.$get());
}

export function readWarnings(): Promise<WarningsView> {
  return answerOf(v1.warnings.$get());
}

export function listCases(filter: CaseFilter, cursor: string | null): Promise<CaseListPage> {
  const { overdue, urgent, unresolved, ...rest } = filter;
  const asText = (isSo: boolean | undefined) => (isSo === true ? ('true' as const) : undefined);
  const query = {
    ...rest,
    ...{ overdue: asText(overdue), urgent: asText(urgent), unresolved: asText(unresolved) },
    cursor: cursor ?? undefined,
  };
  return answerOf(v1.cases.$get({ query }));
}

export function countCases(): Promise<CaseCounts> {
  return answerOf(v1.cases.counts.$get());
}

export function readCase(reference: string): Promise<CaseDetail> {
  return answerOf(v1.cases[':reference'].$get({ param: { reference } }));
}

export function sendReply(reference: string, reply: Reply, key: string): Promise<CaseDetail> {
  // Reaches the server even while the page is being left.
  const options = { ...under(key), init: { keepalive: true } };
  return answerOf(v1.cases[':reference'].replies.$post({ param: { reference }, json: reply }, options));
}

export function writeNote(reference: string, note: Note, key: string): Promise<CaseDetail> {
  return answerOf(v1.cases[':reference'].notes.$post({ param: { reference }, json: note }, under(key)));
}

export function takeCase(reference: string): Promise<CaseDetail> {
  return answerOf(v1.cases[':reference'].taking.$post({ param: { reference } }));
}

export function resolveCase(reference: string): Promise<CaseDetail> {
  return answerOf(v1.cases[':reference'].resolution.$post({ param: { reference } }));
}

export function assignCase(reference: string, officerId: number, reason: string): Promise<CaseDetail> {
  const json = { officerId, ...(reason === '' ? {} : { reason }) };
  return answerOf(v1.cases[':reference'].assignment.$post({ param: { reference }, json }));
}

export function transferCase(reference: string, unitId: number, reason: string): Promise<CaseDetail> {
  return answerOf(v1.cases[':reference'].transfer.$post({ param: { reference }, json: { unitId, reason } }));
}

export function listReceivingUnits(): Promise<{ id: number; name: string }[]> {
  return answerOf(v1['receiving-units'].$get());
}

export function awaitResult(reference: string, from: string): Promise<CaseDetail> {
  return answerOf(v1.cases[':reference']['awaited-result'].$post({ param: { reference }, json: { from } }));
}

export function recordResult(reference: string): Promise<CaseDetail> {
  return answerOf(v1.cases[':reference']['arrived-result'].$post({ param: { reference } }));
}

export function giveNewDate(reference: string, text: string, newDueAt: string): Promise<CaseDetail> {
  return answerOf(v1.cases[':reference']['interim-replies'].$post({ param: { reference }, json: { text, newDueAt } }));
}

export function raiseCase(reference: string, reason: string): Promise<CaseDetail> {
  return answerOf(v1.cases[':reference'].raise.$post({ param: { reference }, json: { reason } }));
}

export function mergeCase(reference: string, into: string): Promise<CaseDetail> {
  return answerOf(v1.cases[':reference'].merge.$post({ param: { reference }, json: { into } }));
}

export async function retryMessage(id: number): Promise<void> {
  await done(v1.messages[':id'].retry.$post({ param: { id } }));
}

export async function confirmArrival(id: number): Promise<void> {
  await done(v1.messages[':id'].arrived.$post({ param: { id } }));
}

export async function retryDelivery(id: number): Promise<void> {
  await done(v1.deliveries[':id'].retry.$post({ param: { id } }));
}

export function retryTroubles(problem: string): Promise<{ count: number }> {
  return answerOf(v1.troubles.retry.$post({ json: { problem } }));
}

export function listOfficers(): Promise<OfficerView[]> {
  return answerOf(v1.officers.$get());
}

export function listAlerts(): Promise<AlertView[]> {
  return answerOf(v1.alerts.$get());
}

export async function acknowledgeAlert(id: number): Promise<void> {
  await done(v1.alerts[':id'].acknowledgement.$post({ param: { id } }));
}

export function createLinkCode(): Promise<LinkCodeView> {
  return answerOf(v1.me['link-codes'].$post());
}

export function listLinkedChats(): Promise<LinkedChatView[]> {
  return answerOf(v1.me.chats.$get());
}

export async function unlinkChat(id: number): Promise<void> {
  await done(v1.me.chats[':id'].$delete({ param: { id: id } }));
}

export async function tryChat(id: number): Promise<void> {
  await done(v1.me.chats[':id'].trial.$post({ param: { id: id } }));
}

export function listTroubles(): Promise<TroubleView[]> {
  return answerOf(v1.troubles.$get());
}

export type ContactRole = LinkRequestView['speaking'][number]['role'];

export async function listLinkRequests(): Promise<LinkRequestView[]> {
  return (await answerOf(v1['link-requests'].$get({ query: { limit: 200 } }))).items;
}

export function approveLinkRequest(id: number, role: ContactRole, validUntil: string | null): Promise<LinkRequestView> {
  return answerOf(v1['link-requests'][':id'].approval.$post({ param: { id }, json: { role, validUntil } }));
}

export function refuseLinkRequest(id: number, because: string): Promise<LinkRequestView> {
  return answerOf(v1['link-requests'][':id'].refusal.$post({ param: { id }, json: { because } }));
}

export function createEnterpriseCodes(taxCodes: string[], role: ContactRole): Promise<CreatedCodesView> {
  return answerOf(v1['enterprise-codes'].$post({ json: { taxCodes, role } }));
}

export async function revokeEnterpriseCode(id: number): Promise<void> {
  await done(v1['enterprise-codes'][':id'].revocation.$post({ param: { id } }));
}

export function readEnterpriseLinks(taxCode: string): Promise<EnterpriseLinksView> {
  return answerOf(v1.enterprises[':taxCode'].links.$get({ param: { taxCode } }));
}

export async function revokeLink(id: number): Promise<void> {
  await done(v1.links[':id'].revocation.$post({ param: { id } }));
}

export async function shareCases(taxCode: string, sharesCases: boolean): Promise<void> {
  await done(v1.enterprises[':taxCode'].sharing.$put({ param: { taxCode }, json: { sharesCases } }));
}

export async function listApiKeys(): Promise<ApiKeyView[]> {
  return (await answerOf(v1['api-keys'].$get({ query: { limit: 200 } }))).items;
}

export interface ApiKeyWish {
  name: string;
  scopes: ApiScope[];
  requestsPerMinute: number;
  expiresAt: string | null;
}

export function createApiKey(wish: ApiKeyWish): Promise<ApiKeyView & { key: string | null }> {
  return answerOf(v1['api-keys'].$post({ json: wish }));
}

export function revokeApiKey(id: number): Promise<ApiKeyView> {
  return answerOf(v1['api-keys'][':id'].revocation.$post({ param: { id } }));
}

export async function listDataRequests(): Promise<DataRequestView[]> {
  return (await answerOf(v1['data-requests'].$get({ query: { limit: 200 } }))).items;
}

export function readRetention(): Promise<RetentionView> {
  return answerOf(v1.retention.$get());
}

export type RetentionRule = RetentionView['rules'][number];

export function changeRetention(rule: RetentionRule): Promise<RetentionView> {
  return answerOf(v1.retention.changes.$post({ json: rule }));
}

export function approveRetention(id: number): Promise<RetentionView> {
  return answerOf(v1.retention.proposals[':id'].approval.$post({ param: { id } }));
}

export function withdrawRetention(id: number): Promise<RetentionView> {
  return answerOf(v1.retention.proposals[':id'].withdrawal.$post({ param: { id } }));
}

export async function findEnterprises(q: string): Promise<EnterpriseView[]> {
  return (await answerOf(v1.enterprises.$get({ query: { ...(q === '' ? {} : { q }), limit: 100 } }))).items;
}

export function readEnterprise(taxCode: string): Promise<EnterpriseDetailView> {
  return answerOf(v1.enterprises[':taxCode'].$get({ param: { taxCode } }));
}

export async function declarationsOf(taxCode: string): Promise<DeclarationView[]> {
  return (await answerOf(v1.declarations.$get({ query: { taxCode, limit: 20 } }))).items;
}

/** What was asked for, or the problem thrown. Parts of the console with endpoints of their own use it as well. */
export async function answerOf<Answer>(asked: Promise<ClientResponse<Answer, number, 'json'>>): Promise<Answer> {
  const response = await asked;
  if (!response.ok) throw await problemOf(response);
  return response.json() as Promise<Answer>;
}

export async function done(asked: Promise<Pick<Response, 'ok' | 'status' | 'json'>>): Promise<void> {
  const response = await asked;
  if (!response.ok) throw await problemOf(response);
}

/** The same request under the same key has one effect, however often it is sent. */
function under(key: string): { headers: Record<string, string> } {
  return { headers: { 'Idempotency-Key': key } };
}
