import { STATUS_CODES } from 'node:http';
import { problemMediaType } from '@todo-chatbot/shared';
import type { ErrorCode, Problem } from '@todo-chatbot/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FieldFault } from '../modules/app-error.ts';

/** What each code is in HTTP. A new code does not compile until it has its status here. */
export const statusOf = {
  invalid_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  forbidden_origin: 403,
  not_found: 404,
  stale_version: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>;

/** What a problem answer says beyond its code. */
export interface ProblemParts {
  code: ErrorCode;
  detail: string;
  faults?: FieldFault[] | undefined;
}

/** The body of a problem that answers a request. */
export function problemOf(
  request: Pick<FastifyRequest, 'id'>,
  { code, detail, faults }: ProblemParts,
): Problem {
  const status = statusOf[code];
  return {
    type: `urn:todo-chatbot:problem:${code}`,
    title: STATUS_CODES[status] ?? code,
    status,
    detail,
    code,
    requestId: request.id,
    ...(faults && { errors: faults }),
  };
}

/** Answers with a problem. */
export function sendProblem(reply: FastifyReply, parts: ProblemParts) {
  const body = problemOf(reply.request, parts);
  // As text: a route's own response schemas know nothing of problems.
  return reply.code(body.status).type(problemMediaType).serializer(JSON.stringify).send(body);
}
