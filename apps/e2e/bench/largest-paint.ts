import { z } from 'zod';

// A trace holds thousands of events of other shapes; only these two matter here.
const named = z.object({ name: z.string(), ts: z.number(), args: z.unknown() });
const navigation = z.object({
  frame: z.string(),
  data: z.object({ isOutermostMainFrame: z.boolean(), documentLoaderURL: z.string() }),
});

/**
 * Milliseconds from the navigation to a page until its largest content was painted, as Chromium's
 * own trace has it. Throws when the trace holds no such navigation or paint.
 */
export function largestPaint(trace: Buffer, url: string): number {
  const { traceEvents } = z
    .object({ traceEvents: z.array(z.unknown()) })
    .parse(JSON.parse(trace.toString()));
  const events = traceEvents.flatMap((event) => named.safeParse(event).data ?? []);
  const start = events.findLast(({ name, args }) => {
    const found = navigation.safeParse(args).data?.data;
    return (
      name === 'navigationStart' && found?.isOutermostMainFrame && found.documentLoaderURL === url
    );
  });
  const paint = events.findLast(
    ({ name, ts }) => name === 'largestContentfulPaint::Candidate' && start && ts > start.ts,
  );
  if (!start || !paint) throw new Error(`The trace tells of no ${start ? 'paint' : 'navigation'}.`);
  return (paint.ts - start.ts) / 1_000;
}
