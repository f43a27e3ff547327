const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);

// Connection exceptions, too many connections, operator intervention (shutdown, still starting).
// @see https://www.postgresql.org/docs/15/errcodes-appendix.html
const awayStates = /^(08...|53300|57P0[1-5])$/;

// node-postgres gives these no code.
const awayMessages =
  /^(timeout expired|timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

/** Whether an error means that the database is away, rather than that a query is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isDatabaseAway)) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (connectionCodes.has(code) || awayStates.test(code) || awayMessages.test(error.message)) {
    return true;
  }
  return isDatabaseAway(error.cause);
}
