import type { ErrorCode, Problem } from '@todo-chatbot/shared';

/** An answer of the server that is not a success. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: ErrorCode | undefined;

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.detail ?? problem.title ?? `The server answered ${status}.`);
    this.name = 'HttpError';
    this.status = status;
    this.code = problem.code;
  }
}
