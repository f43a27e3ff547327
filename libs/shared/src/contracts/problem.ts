import { z } from 'zod';
import { errorCodes } from '../errors/codes.ts';

/** The media type of {@link problem}. */
export const problemMediaType = 'application/problem+json';

/**
 * An error answer.
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string().optional(),
  instance: z.string().optional(),
  code: z.enum(errorCodes),
  requestId: z.string().optional(),
  /** One entry per faulty field of the request. */
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;
