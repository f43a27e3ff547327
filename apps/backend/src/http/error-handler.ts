import type { ErrorCode } from '@todo-chatbot/shared';
import type { FastifyError, FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { AppError } from '../modules/app-error.ts';
import { sendProblem } from './problem.ts';
import type { ProblemParts } from './problem.ts';

/** Recognises failures of outside systems, which this door knows nothing about. */
export type Classify = (error: unknown) => ErrorCode | undefined;

const refusals: Partial<Record<string, ProblemParts>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    code: 'payload_too_large',
    detail: 'The body is larger than this route takes.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'unsupported_media_type',
    detail: 'Send the body as application/json.',
  },
};

const ours = {
  internal: 'Something went wrong on our side. Try again; if it stays, report the request id.',
  unavailable: 'The service cannot answer at the moment. Try again in a moment.',
};

// A long file can have a fault on every line; nobody reads them all.
const mostFaults = 20;

function fromValidation(error: FastifyError): ProblemParts {
  const place = error.validationContext ?? 'request';
  return {
    code: 'invalid_request',
    detail: `The ${place} does not have the form this route takes.`,
    faults: error.validation?.slice(0, mostFaults).map(({ instancePath, message }) => ({
      field: instancePath.slice(1).replaceAll('/', '.') || place,
      message: message ?? 'is not valid',
    })),
  };
}

function toProblem(error: FastifyError, classify: Classify): ProblemParts {
  if (error instanceof AppError) {
    return { code: error.code, detail: error.message, faults: error.faults };
  }
  if (hasZodFastifySchemaValidationErrors(error)) return fromValidation(error);
  const refusal = refusals[error.code];
  if (refusal) return refusal;
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return { code: 'invalid_request', detail: 'The request cannot be read.' };
  }
  return { code: classify(error) ?? 'internal', detail: ours.internal };
}

/** Turns every error into a problem. What went wrong on our side is logged, never told. */
export function registerErrorHandler(server: FastifyInstance, classify: Classify): void {
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = toProblem(error, classify);
    if (problem.code === 'internal' || problem.code === 'unavailable') {
      request.log.error({ err: error }, problem.code);
      if (problem.code === 'unavailable') void reply.header('retry-after', '2');
      return sendProblem(reply, { code: problem.code, detail: ours[problem.code] });
    }
    if (error instanceof AppError && error.retryAfter !== undefined) {
      void reply.header('retry-after', String(error.retryAfter));
    }
    // Ending the connection while the rest still comes would take the answer back on its way; it is
    // read and thrown away, for as long as any request may take to arrive.
    if (problem.code === 'payload_too_large') reply.removeHeader('connection');
    return sendProblem(reply, problem);
  });

  server.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, { code: 'not_found', detail: 'There is nothing at this address.' }),
  );
}
