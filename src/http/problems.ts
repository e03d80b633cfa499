import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';
import { z } from 'zod';
import { Conflict, DeskError, NotFound, NotPermitted } from '../errors.ts';
import type { ProblemView } from './views.ts';

/** A refusal that belongs to the web and not to the desk. `code` is stable; `detail` is for people. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: ContentfulStatusCode;
  readonly code: string;
  constructor(status: ContentfulStatusCode, code: string, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

interface Problem extends ProblemView {
  /** What is wrong with which part of the request. */
  errors?: { path: string; message: string }[];
}

/** Turns whatever a handler threw into problem+json. A fault is logged and told without its reasons. */
export function answerProblem(log: Logger): (error: Error, context: Context) => Response {
  return (error, context) => {
    const known = problemOf(error);
    if (known !== null) return problemAnswer(context, known);
    log.error({ err: error, method: context.req.method, path: context.req.path }, 'request failed');
    return problemAnswer(context, {
      ...shape(500, 'fault', 'Hệ thống gặp sự cố. Anh/chị vui lòng thử lại sau ít phút. (Something went wrong.)'),
    });
  };
}

export function answerNotFound(context: Context): Response {
  return problemAnswer(context, shape(404, 'notFound', 'Không có địa chỉ này. (There is nothing at this address.)'));
}

/** Refuses a request of the wrong shape, naming each part that is wrong. */
export function malformed(error: z.core.$ZodError): Problem {
  const errors = error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
  const where = [...new Set(errors.map(({ path }) => path).filter(Boolean))].join(', ');
  const detail = where === '' ? 'Yêu cầu chưa đúng dạng.' : `Yêu cầu chưa đúng ở: ${where}.`;
  return { ...shape(400, 'malformed', `${detail} (The request is not valid.)`), errors };
}

export function problemAnswer(context: Context, problem: Problem): Response {
  return context.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json; charset=UTF-8',
    'cache-control': 'no-store',
  });
}

function problemOf(error: Error): Problem | null {
  if (error instanceof HttpProblem) return shape(error.status, error.code, error.message);
  if (error instanceof DeskError) return shape(statusOf(error), error.code, error.message);
  if (error instanceof z.ZodError) return malformed(error);
  if (isUnreadableText(error))
    return shape(400, 'malformed', 'Yêu cầu có ký tự không đọc được. (A character cannot be read.)');
  if (!(error instanceof HTTPException)) return null;
  if (error.status === 400)
    return shape(400, 'malformed', 'Nội dung gửi lên không đọc được. (The body cannot be read.)');
  if (error.status === 413) return shape(413, 'tooLarge', 'Nội dung gửi lên quá lớn. (The body is too large.)');
  return error.status < 500 ? shape(error.status, 'refused', 'Yêu cầu bị từ chối. (The request was refused.)') : null;
}

// PostgreSQL's codes for a NUL in a text and in JSON: whoever asks for such a thing is told so, wherever it stood.
const unreadable = new Set(['22021', '22P05']);

function isUnreadableText({ cause }: Error): boolean {
  return cause instanceof Error && 'code' in cause && unreadable.has(String(cause.code));
}

function statusOf(error: DeskError): number {
  if (error instanceof NotFound) return 404;
  if (error instanceof NotPermitted) return 403;
  return error instanceof Conflict ? 409 : 422;
}

const titles: Record<number, string> = {
  400: 'Malformed request',
  401: 'Not signed in',
  403: 'Not permitted',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Not acceptable',
  429: 'Too many requests',
  500: 'Fault',
  503: 'Not available',
};

function shape(status: number, code: string, detail: string): ProblemView {
  return { type: `urn:dong-hanh:problem:${code}`, title: titles[status] ?? 'Refused', status, code, detail };
}
