import type { ErrorCode } from '@todo-chatbot/shared';

/** One fault of one field, in words for the person who sent it. */
export interface FieldFault {
  field: string;
  message: string;
}

/** A refusal or failure that use cases speak of by code; the doors turn it into their own answer. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly faults: FieldFault[] | undefined;
  /** After how many seconds it is worth trying again. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; faults?: FieldFault[]; retryAfter?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.faults = options.faults;
    this.retryAfter = options.retryAfter;
  }
}
