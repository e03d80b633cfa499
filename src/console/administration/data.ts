import { queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { answerOf, done, v1 } from '../data/api.ts';
import { allPages } from './parts/all-pages.ts';

/** The endpoints of administration, and what its pages read of them. Every key begins with `administration`. */

const { organisation } = v1;
const most = 200;

export type Units = InferResponseType<typeof organisation.units.$get, 200>;
export type Unit = Units['items'][number];
export type UnitHistory = InferResponseType<(typeof organisation.units)[':id']['$get'], 200>;
export type NewUnit = InferRequestType<typeof organisation.units.$post>['json'];
export type UnitChange = InferRequestType<(typeof organisation.units)[':id']['$patch']>['json'];
export type Officer = InferResponseType<typeof organisation.officers.$get, 200>['items'][number];
export type OfficerHistory = InferResponseType<(typeof organisation.officers)[':id']['$get'], 200>;
export type NewOfficer = InferRequestType<typeof organisation.officers.$post>['json'];
export type NewPost = InferRequestType<(typeof organisation.officers)[':id']['posts']['$post']>['json'];
export type Leaving = InferRequestType<(typeof organisation.officers)[':id']['ending']['$post']>['json'];
type DutyTurns = (typeof organisation)['duty-turns'];
export type DutyTurn = InferResponseType<DutyTurns['$get'], 200>['items'][number];
export type NewTurn = InferRequestType<DutyTurns['$post']>['json'];
export type Absence = InferResponseType<typeof organisation.absences.$get, 200>['items'][number];
export type NewAbsence = InferRequestType<typeof organisation.absences.$post>['json'];
export type WeekCopy = InferRequestType<(typeof organisation)['duty-weeks']['$post']>['json'];
export type CopiedWeek = InferResponseType<(typeof organisation)['duty-weeks']['$post'], 201>;
export type Rule = InferResponseType<typeof organisation.responsibilities.$get, 200>['items'][number];
export type NewRule = InferRequestType<typeof organisation.responsibilities.$post>['json'];
export type Trial = InferRequestType<typeof v1.routing.trial.$get>['query'];
export type TrialOutcome = InferResponseType<typeof v1.routing.trial.$get, 200>;
export type CalendarSummary = InferResponseType<typeof v1.calendars.$get, 200>[number];
export type Calendar = InferResponseType<(typeof v1.calendars)[':id']['$get'], 200>;
export type DatedDay = Calendar['days'][number];
export type NewCalendar = InferRequestType<typeof v1.calendars.$post>['json'];
export type CalendarImport = InferRequestType<typeof v1.calendars.import.$post>['json'];
export type StoredPolicy = InferResponseType<typeof v1.policies.$get, 200>['items'][number];
export type Policy = StoredPolicy['definition'];
export type PolicyProposal = InferResponseType<(typeof v1)['policy-proposals']['$get'], 200>['items'][number];
export type NewProposal = InferRequestType<(typeof v1)['policy-proposals']['$post']>['json'];
export type Channels = InferResponseType<typeof v1.channels.$get, 200>;
export type LedgerPage = InferResponseType<typeof v1.audit.ledger.$get, 200>;
type AuditStatus = InferResponseType<typeof v1.audit.status.$get, 200>;
export type AuditCheck = NonNullable<AuditStatus['lastCheck']>;
export type Stream = InferRequestType<typeof v1.audit.ledger.$get>['query']['stream'];

export function unitsQuery(day: string) {
  return queryOptions({
    queryKey: ['administration', 'units', day],
    queryFn: () => answerOf(organisation.units.$get({ query: { asOf: day } })),
  });
}

export function unitQuery(id: number) {
  return queryOptions({
    queryKey: ['administration', 'unit', id],
    queryFn: () => answerOf(organisation.units[':id'].$get({ param: { id } })),
  });
}

export function leaningQuery(id: number, day: string) {
  return queryOptions({
    queryKey: ['administration', 'unit', id, 'leaning', day],
    queryFn: () => answerOf(organisation.units[':id'].leaning.$get({ param: { id }, query: { asOf: day } })),
  });
}

export const officesQuery = queryOptions({
  queryKey: ['administration', 'offices'],
  queryFn: async () => (await answerOf(organisation.offices.$get())).items,
});

export function officersOnQuery(day: string) {
  return queryOptions({
    queryKey: ['administration', 'officers', day],
    queryFn: () =>
      allPages((cursor) => answerOf(organisation.officers.$get({ query: { asOf: day, limit: most, cursor } }))),
  });
}

export function officerQuery(id: number) {
  return queryOptions({
    queryKey: ['administration', 'officer', id],
    queryFn: () => answerOf(organisation.officers[':id'].$get({ param: { id } })),
  });
}

export function dutyTurnsQuery(unitId: number, from: string, until: string) {
  return queryOptions({
    queryKey: ['administration', 'dutyTurns', unitId, from, until],
    queryFn: () =>
      allPages((cursor) =>
        answerOf(organisation['duty-turns'].$get({ query: { unitId, from, until, limit: most, cursor } })),
      ),
  });
}

export function absencesQuery(from: string, until: string) {
  return queryOptions({
    queryKey: ['administration', 'absences', from, until],
    queryFn: () =>
      allPages((cursor) => answerOf(organisation.absences.$get({ query: { from, until, limit: most, cursor } }))),
  });
}

export function rulesQuery(day: string) {
  return queryOptions({
    queryKey: ['administration', 'rules', day],
    queryFn: () =>
      allPages((cursor) => answerOf(organisation.responsibilities.$get({ query: { asOf: day, limit: most, cursor } }))),
  });
}

export const calendarsQuery = queryOptions({
  queryKey: ['administration', 'calendars'],
  queryFn: () => answerOf(v1.calendars.$get()),
});

export function calendarQuery(id: number) {
  return queryOptions({
    queryKey: ['administration', 'calendar', id],
    queryFn: () => answerOf(v1.calendars[':id'].$get({ param: { id } })),
  });
}

export function calendarPreviewQuery(id: number) {
  return queryOptions({
    queryKey: ['administration', 'calendar', id, 'preview'],
    queryFn: () => answerOf(v1.calendars[':id'].preview.$get({ param: { id } })),
  });
}

export function policiesQuery(day: string) {
  return queryOptions({
    queryKey: ['administration', 'policies', day],
    queryFn: () => allPages((cursor) => answerOf(v1.policies.$get({ query: { asOf: day, limit: most, cursor } }))),
  });
}

export const policyProposalsQuery = queryOptions({
  queryKey: ['administration', 'policyProposals'],
  queryFn: async () => (await answerOf(v1['policy-proposals'].$get({ query: { limit: most } }))).items,
});

export function policyPreviewQuery(id: number) {
  return queryOptions({
    queryKey: ['administration', 'policyProposals', id, 'preview'],
    queryFn: () => answerOf(v1['policy-proposals'][':id'].preview.$get({ param: { id } })),
  });
}

export const channelsQuery = queryOptions({
  queryKey: ['administration', 'channels'],
  queryFn: () => answerOf(v1.channels.$get()),
  refetchInterval: 30_000,
});

export const auditStatusQuery = queryOptions({
  queryKey: ['administration', 'auditStatus'],
  queryFn: () => answerOf(v1.audit.status.$get()),
  // A check tells how far it is; nothing else here moves by the second.
  refetchInterval: ({ state: { data } }) => (isUnderWay(data?.lastCheck) ? 1000 : false),
});

export function isUnderWay(check: AuditStatus['lastCheck'] | undefined): boolean {
  return check != null && check.finishedAt === null;
}

export function askForCheck(): Promise<AuditCheck> {
  return answerOf(v1.audit.checks.$post());
}

export function readLedger(stream: Stream, before: number | null): Promise<LedgerPage> {
  return answerOf(v1.audit.ledger.$get({ query: { stream, limit: 50, ...(before === null ? {} : { before }) } }));
}

export function createUnit(json: NewUnit): Promise<UnitHistory> {
  return answerOf(organisation.units.$post({ json }));
}

export function changeUnit({ id, ...json }: UnitChange & { id: number }): Promise<UnitHistory> {
  return answerOf(organisation.units[':id'].$patch({ param: { id }, json }));
}

export function endUnit({ id, validTo }: { id: number; validTo: string }): Promise<UnitHistory> {
  return answerOf(organisation.units[':id'].ending.$post({ param: { id }, json: { validTo } }));
}

export function createOfficer(json: NewOfficer): Promise<OfficerHistory> {
  return answerOf(organisation.officers.$post({ json }));
}

export function correctOfficer({ id, ...json }: { id: number; name: string; email: string }): Promise<OfficerHistory> {
  return answerOf(organisation.officers[':id'].$patch({ param: { id }, json }));
}

export function changePost({ id, ...json }: NewPost & { id: number }): Promise<OfficerHistory> {
  return answerOf(organisation.officers[':id'].posts.$post({ param: { id }, json }));
}

export function endPost({ id, ...json }: Leaving & { id: number }): Promise<OfficerHistory> {
  return answerOf(organisation.officers[':id'].ending.$post({ param: { id }, json }));
}

export function addTurn(json: NewTurn): Promise<{ id: number }> {
  return answerOf(organisation['duty-turns'].$post({ json }));
}

export async function removeTurn(id: number): Promise<void> {
  await done(organisation['duty-turns'][':id'].$delete({ param: { id } }));
}

export function copyWeek(json: WeekCopy): Promise<CopiedWeek> {
  return answerOf(organisation['duty-weeks'].$post({ json }));
}

export function addAbsence(json: NewAbsence): Promise<{ id: number }> {
  return answerOf(organisation.absences.$post({ json }));
}

export async function endAbsence(id: number): Promise<void> {
  await done(organisation.absences[':id'].ending.$post({ param: { id } }));
}

export async function cancelAbsence(id: number): Promise<void> {
  await done(organisation.absences[':id'].$delete({ param: { id } }));
}

export function addRule(json: NewRule): Promise<{ id: number }> {
  return answerOf(organisation.responsibilities.$post({ json }));
}

export function changeRule({ id, ...json }: NewRule & { id: number }): Promise<{ id: number }> {
  return answerOf(organisation.responsibilities[':id'].$patch({ param: { id }, json }));
}

export async function endRule({ id, validTo }: { id: number; validTo: string }): Promise<void> {
  await done(organisation.responsibilities[':id'].ending.$post({ param: { id }, json: { validTo } }));
}

export function tryRouting(query: Trial): Promise<TrialOutcome> {
  return answerOf(v1.routing.trial.$get({ query }));
}

export function proposeCalendar(json: NewCalendar): Promise<Calendar> {
  return answerOf(v1.calendars.$post({ json }));
}

export function importCalendar(json: CalendarImport): Promise<Calendar> {
  return answerOf(v1.calendars.import.$post({ json }));
}

export function approveCalendar(id: number): Promise<Calendar> {
  return answerOf(v1.calendars[':id'].approval.$post({ param: { id } }));
}

export function rejectCalendar({ id, because }: { id: number; because: string }): Promise<Calendar> {
  return answerOf(v1.calendars[':id'].rejection.$post({ param: { id }, json: { because } }));
}

export function proposePolicy(json: NewProposal): Promise<PolicyProposal> {
  return answerOf(v1['policy-proposals'].$post({ json }));
}

export function approvePolicy(id: number): Promise<PolicyProposal> {
  return answerOf(v1['policy-proposals'][':id'].approval.$post({ param: { id } }));
}

export function withdrawPolicy(id: number): Promise<PolicyProposal> {
  return answerOf(v1['policy-proposals'][':id'].withdrawal.$post({ param: { id } }));
}
