import { pino } from 'pino';

export type Logger = ReturnType<typeof openLog>;

/** Lines of JSON on standard output. Nothing a person wrote and no secret belongs in one. */
export function openLog(level: string) {
  return pino({ level, base: null, redact: ['*.token', '*.authorization', '*.password', '*.cookie'] });
}
