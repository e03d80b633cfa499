/**
 * Says of each reference that may be null that it may be: the generator writes that both hold at once, the schema and
 * "an object or null", and so forbids the null. Everything else stays as it is.
 */
export function withNullableReferences<Value>(value: Value): Value {
  // A walk over JSON keeps its shape but for the nodes it replaces, which are schemas before and after.
  return walk(value) as Value;
}

function walk(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(walk);
  if (typeof value !== 'object' || value === null) return value;
  const reference = 'allOf' in value ? nullableReference(value.allOf) : null;
  if (reference !== null) {
    const { allOf: _, ...rest } = value as { allOf: unknown };
    return { ...rest, anyOf: [reference, { type: 'null' }] };
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each)]));
}

/** The reference of "this reference, and an object or null"; null for anything else. */
function nullableReference(parts: unknown): object | null {
  if (!Array.isArray(parts) || parts.length !== 2) return null;
  const [reference, orNull]: unknown[] = parts;
  const isReference = typeof reference === 'object' && reference !== null && '$ref' in reference;
  if (!isReference || typeof orNull !== 'object' || orNull === null || !('type' in orNull)) return null;
  return Array.isArray(orNull.type) && orNull.type.includes('null') ? reference : null;
}
