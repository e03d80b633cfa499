import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from './api-env.ts';

type Definitions = OpenAPIHono<ApiEnv>['openAPIRegistry']['definitions'];
type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>;
type Node = { [key: string]: unknown };

/**
 * Takes from the document what it wrongly requires: its generator takes a member that may be left out, but not be
 * undefined (`exactOptional`), for a required one. What zod itself says of the same schema stands.
 */
export function withExactOptional(document: Document, definitions: Definitions): Document {
  const corrected = structuredClone(document);
  const components = (corrected.components?.schemas ?? {}) as Record<string, Node>;
  for (const definition of definitions) {
    if (definition.type !== 'route') continue;
    const { path, method, request, responses } = definition.route;
    const operation = nodeIn(nodeIn(nodeIn(corrected.paths)?.[path])?.[method]);
    alignContent(nodeIn(operation?.requestBody), nodeIn(request?.body), components);
    for (const [status, response] of Object.entries(responses))
      alignContent(nodeIn(nodeIn(operation?.responses)?.[status]), nodeIn(response), components);
  }
  return corrected;
}

function alignContent(described: Node | null, given: Node | null, components: Record<string, Node>): void {
  for (const [type, content] of Object.entries(nodeIn(given?.content) ?? {})) {
    const schema = nodeIn(content)?.schema;
    const written = nodeIn(nodeIn(nodeIn(described?.content)?.[type])?.schema);
    if (!(schema instanceof z.ZodType) || written === null) continue;
    const own = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
    align(written, own as Node, components);
  }
}

function align(written: Node, own: Node, components: Record<string, Node>): void {
  const component = typeof written.$ref === 'string' ? components[written.$ref.split('/').at(-1) ?? ''] : written;
  if (component === undefined) return;
  const required: unknown = own.required ?? [];
  if (Array.isArray(component.required) && Array.isArray(required) && nodeIn(own.properties) !== null) {
    component.required = component.required.filter((key) => required.includes(key));
  }
  const [described, known] = [nodeIn(component.properties) ?? {}, nodeIn(own.properties) ?? {}];
  for (const [key, value] of Object.entries(described)) alignBoth(value, known[key], components);
  alignBoth(component.items, own.items, components);
  for (const way of ['anyOf', 'oneOf', 'allOf']) {
    const [these, those] = [component[way], own[way]];
    if (Array.isArray(these) && Array.isArray(those))
      for (const [at, each] of these.entries()) alignBoth(each, those[at], components);
  }
}

function alignBoth(written: unknown, own: unknown, components: Record<string, Node>): void {
  const [left, right] = [nodeIn(written), nodeIn(own)];
  if (left !== null && right !== null) align(left, right, components);
}

function nodeIn(value: unknown): Node | null {
  return typeof value === 'object' && value !== null ? (value as Node) : null;
}
