import { z } from 'zod';

/** The parts of an OpenAPI document that the test walks. */
export interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema> };
}

export interface Operation {
  parameters?: { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema: JsonSchema }[];
  requestBody?: unknown;
  responses: Record<string, { content?: Record<string, { schema: JsonSchema }> }>;
}

export type JsonSchema = Record<string, unknown>;

/** What is wrong with a body by the schema that the description gives it; empty for nothing. */
export function problemsWith(document: Document, schema: JsonSchema, body: unknown): string {
  const whole = withDefinitions({ ...schema, $defs: document.components.schemas });
  const read = z.fromJSONSchema(whole as Parameters<typeof z.fromJSONSchema>[0]).safeParse(body);
  return read.success ? '' : z.prettifyError(read.error);
}

function withDefinitions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDefinitions);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) =>
      key === '$ref' && typeof each === 'string'
        ? [key, each.replace('#/components/schemas/', '#/$defs/')]
        : [key, withDefinitions(each)],
    ),
  );
}

/** A value that a parameter's schema takes; null where only a person could name one. */
export function sampleOf({ enum: values, type, format, minimum, example }: JsonSchema): string | null {
  if (example !== undefined) return String(example);
  if (Array.isArray(values)) return String(values[0]);
  if (type === 'integer' || type === 'number') return String(typeof minimum === 'number' ? Math.max(minimum, 1) : 1);
  if (type === 'boolean') return 'true';
  if (format === 'date') return '2026-03-06';
  if (format === 'date-time') return '2026-03-06T09:00:00+07:00';
  return null;
}
