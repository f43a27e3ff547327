import { z } from 'zod';

/**
 * What the event stream tells: that something of one's own changed, never what it is now. The
 * client reads it again, through the same door as always.
 */
export const liveEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('tasks'),
    /** The tasks that changed; null when they are too many to name. */
    ids: z.array(z.uuid()).nullable(),
    /** The client that made the change, by the header it sent, so that it can skip its own. */
    source: z.string().nullable(),
  }),
  z.object({ type: z.literal('account') }),
  /** A reminder was told, or seen. */
  z.object({ type: z.literal('reminders') }),
]);
export type LiveEvent = z.infer<typeof liveEvent>;

/** How a client names itself. */
export const clientId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
