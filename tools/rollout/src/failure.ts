/** What a person needs to know about something that went wrong. */
export interface FailureDetail {
  /** One sentence: what happened, with the name of the thing it happened to. */
  what: string;
  /** What to do about it: a command to type or a setting to change. */
  cure: string;
  /** The last lines that matter, in the words of the program that failed. */
  tail?: string;
  /** A file that holds the whole output. */
  log?: string;
  cause?: unknown;
}

/**
 * An error meant for a person: it says what happened, where, and what to do.
 * Every tool throws this for what it expects to go wrong; anything else that
 * reaches the terminal is a bug of ours and is reported as one.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly cure: string;
  readonly tail: string | undefined;
  readonly log: string | undefined;

  constructor(detail: FailureDetail) {
    super(detail.what, { cause: detail.cause });
    this.cure = detail.cure;
    this.tail = detail.tail;
    this.log = detail.log;
  }
}

/** The text of a failure as the terminal shows it; a stack only when asked for. */
export function describeFailure(error: unknown, verbose = false): string {
  const stack = verbose && error instanceof Error ? `\n${error.stack}` : '';
  if (!(error instanceof Failure)) {
    const message = error instanceof Error ? error.message : String(error);
    return ` Unexpected: ${message}\n This is a bug in the tooling; run again with --verbose for its stack.${stack}`;
  }
  const tail = error.tail?.trim() ? `\n${indent(error.tail.trimEnd())}` : '';
  const log = error.log ? `\n Whole log: ${error.log}` : '';
  return ` ${error.message}${tail}\n What to do: ${error.cure}${log}${stack}`;
}

/** The last lines of an output, enough to see why it ended. */
export function lastLines(output: string, count = 15): string {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}

function indent(text: string): string {
  return text.replace(/^/gm, '   │ ');
}
