import { pino } from 'pino';

export type Logger = ReturnType<typeof openLog>;

/** Lines of JSON on standard output. Nothing a person wrote and no secret belongs in one. */
export function openLog(level: string) {
  return pino({
    level,
    base: null,
    redact: ['*.token', '*.authorization', '*.password', '*.cookie'],
    serializers: { err: describeFault },
  });
}

/**
 * What may be said of a fault. A failed statement's message repeats the values it was given, which people wrote, so the
 * database's own reason stands in its place; that names columns and constraints, not rows, once its detail is left out.
 */
export function describeFault(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { message: String(fault) };
  if ('query' in fault && 'params' in fault && fault.cause instanceof Error) {
    return { ...describeFault(fault.cause), query: fault.query };
  }
  const code = 'code' in fault ? { code: fault.code } : {};
  // A stack begins with the message, so it is only safe where the message is.
  return { type: fault.name, message: fault.message, ...code, stack: fault.stack };
}
