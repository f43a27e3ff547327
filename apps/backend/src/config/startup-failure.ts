/** Why the process cannot start: what happened, where, and what to do about it. */
export class StartupFailure extends Error {
  override readonly name = 'StartupFailure';

  constructor({ what, where, cure, cause }: StartupFailureParts) {
    super(`${what}\n  where: ${where}\n  to do: ${cure}`, { cause });
  }
}

interface StartupFailureParts {
  what: string;
  where: string;
  cure: string;
  cause?: unknown;
}
