/**
 * Every reason for which the application refuses or fails, independent of any door.
 * Each door owns one exhaustive table from these codes to its own answers.
 */
export const errorCodes = [
  'invalid_request',
  'unauthenticated',
  'forbidden',
  'forbidden_origin',
  'not_found',
  'stale_version',
  'payload_too_large',
  'unsupported_media_type',
  'rate_limited',
  'unavailable',
  'internal',
] as const;

/** One of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number];
