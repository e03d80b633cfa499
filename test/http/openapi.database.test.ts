import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { assistantAt } from '../support/assistant.ts';
import { openDesk } from '../support/desk.ts';
import { startModelStandIn } from '../support/model-stand-in.ts';
import { type Caller, openWeb } from '../support/web.ts';
import { type Call, fixtures } from './openapi/fixtures.ts';
import { type Document, type Operation, problemsWith, sampleOf } from './openapi/shapes.ts';
import { openWorld } from './openapi/world.ts';

const base = '/api/v1';
const unknown: Record<string, string> = {
  reference: 'VM-2026-999999',
  taxCode: '0100109106',
  number: '309999999990',
  code: 'PL99',
  month: '1999-01',
};

/** Every operation, by method and path below the base. */
function operationsOf(document: Document): Map<string, Operation> {
  return new Map(
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => [
        `${method.toUpperCase()} ${path.slice(base.length)}`,
        operation,
      ]),
    ),
  );
}

async function send(caller: Caller, name: string, { path = {}, query = {}, body }: Call) {
  const [method = '', template = ''] = name.split(' ');
  const where = template.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(path[key])));
  const search = new URLSearchParams(query).toString();
  const answer = await caller.raw(`${base}${where}${search === '' ? '' : `?${search}`}`, {
    method,
    headers: { 'sec-fetch-site': 'same-origin', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const type = answer.headers.get('content-type') ?? '';
  const text = await answer.text();
  return { status: answer.status, type, body: type.includes('json') ? JSON.parse(text) : text };
}

/** What is wrong with an answer by its description; empty for nothing. */
function wrongWith(
  document: Document,
  operation: Operation,
  { status, type, body }: Awaited<ReturnType<typeof send>>,
): string {
  const described = operation.responses[status] ?? (status >= 400 ? operation.responses.default : undefined);
  if (described === undefined) return `${status} is not documented`;
  if (described.content === undefined) return body === '' ? '' : 'a body that is not documented';
  const content = Object.entries(described.content).find(([each]) => type.startsWith(each))?.[1];
  if (content === undefined) return `${type} is not documented for ${status}`;
  return type.includes('json') ? problemsWith(document, content.schema, body) : '';
}

function isEmptyIn(body: unknown, list: string): boolean {
  const found: unknown = list === '' ? body : (body as Record<string, unknown>)[list];
  return !Array.isArray(found) || found.length === 0;
}

test('a validator of OpenAPI accepts the description, and every operation answers as it says', async () => {
  await using desk = await openDesk({ now: '2026-03-06T09:00+07:00' });
  await using model = await startModelStandIn();
  await using web = await openWeb(desk, { assistant: assistantAt(desk, model) });
  const document = (await web.program.get(`${base}/openapi.json`)).body as unknown as Document;
  const operations = operationsOf(document);
  const validator = new Validator();
  expect(await validator.validate(structuredClone(document) as unknown as Record<string, unknown>)).toMatchObject({
    valid: true,
  });
  expect(validator.version).toBe('3.1');

  const world = await openWorld(desk, web);
  const wrong: Record<string, string> = {};
  for (const [name, fixture] of Object.entries(fixtures)) {
    const operation = operations.get(name);
    if (operation === undefined) continue;
    const call = fixture(world);
    const caller = world.callers[call.as ?? 'program'];

    const answer = await send(caller, name, call);
    const { keep } = call;
    if (keep !== undefined && typeof answer.body === 'object') world.ids[keep] = Number(answer.body?.id);
    const isExpected = call.refused === undefined ? answer.status < 300 : answer.status === call.refused;
    const problem = isExpected ? wrongWith(document, operation, answer) : JSON.stringify(answer);
    if (call.filled !== undefined && isEmptyIn(answer.body, call.filled)) wrong[`${name} answered`] = 'nothing';
    if (problem !== '') wrong[name] = problem;

    const params = operation.parameters ?? [];
    const optional = params.filter((each) => each.in === 'query' && !(each.name in (call.query ?? {})));
    const samples = optional.flatMap(({ name: key, schema }): [string, string][] => {
      const value = key === 'cursor' ? null : sampleOf(schema);
      return value === null ? [] : [[key, value]];
    });
    if (samples.length > 0) {
      const all = await send(caller, name, { ...call, query: { ...call.query, ...Object.fromEntries(samples) } });
      const bad = all.status >= 500 ? JSON.stringify(all) : wrongWith(document, operation, all);
      if (bad !== '') wrong[`${name} with every parameter`] = bad;
    }

    const inPath = params.filter((each) => each.in === 'path').map((each) => each.name);
    if (inPath.length > 0) {
      const path = Object.fromEntries(inPath.map((key) => [key, unknown[key] ?? '987654321']));
      const nowhere = await send(caller, name, { ...call, path });
      const isExpectedThere = nowhere.status === (call.unknown ?? 404);
      const bad = isExpectedThere ? wrongWith(document, operation, nowhere) : JSON.stringify(nowhere);
      if (bad !== '') wrong[`${name} of nobody`] = bad;
    }
  }

  expect(wrong).toEqual({});
  // No operation is forgotten, and none is called that is not there.
  expect([...operations.keys()].toSorted()).toEqual(Object.keys(fixtures).toSorted());
}, 90_000);
