import { generateKeyBetween } from 'fractional-indexing';

/**
 * A place in the manual order between two others, null for the ends.
 * @see https://observablehq.com/@dgreensp/implementing-fractional-indexing
 */
export const placeBetween = (before: string | null, after: string | null): string =>
  generateKeyBetween(before, after);
