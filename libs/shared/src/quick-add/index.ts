import type { NewTaskInput } from '../contracts/task.ts';
import { toIso, toWallTime } from './days.ts';
import { takeWhen, type Due } from './due.ts';
import { sealPlain, takePriority, takeTags } from './marks.ts';
import { Scan } from './scan.ts';
import type { QuickAddContext, QuickAddResult, Span } from './types.ts';

export type { QuickAddContext, QuickAddResult, Span, SpanKind } from './types.ts';

/** The text without what was understood. */
function titleOf(text: string, spans: readonly Span[]): string {
  const ends = [0, ...spans.map(({ end }) => end)];
  const left = ends.map((from, index) => text.slice(from, spans[index]?.start));
  return left
    .join(' ')
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '');
}

const dueFields = ({ day, minutes, rule }: Due, timeZone: string): Partial<NewTaskInput> => ({
  dueDate: toIso(day),
  ...(minutes !== undefined && { dueTime: toWallTime(minutes), timeZone }),
  ...(rule && { recurrence: rule }),
});

/**
 * Reads a task as people type it: "pay rent every 1st at 9am !high #home". Pieces that are
 * understood leave the title; where nothing would be left of it, all of the text is the title.
 * Blank text gives an empty title, which no door accepts.
 */
export function parseQuickAdd(text: string, context: QuickAddContext): QuickAddResult {
  const scan = new Scan(text);
  sealPlain(scan, context.plain ?? []);
  const tags = takeTags(scan);
  const priority = takePriority(scan);
  const due = takeWhen(scan, context);
  const spans = scan.spans.toSorted((a, b) => a.start - b.start);
  const title = titleOf(text, spans);
  if (!title) return { task: { title: text.trim() }, spans: [] };
  const task: NewTaskInput = {
    title,
    ...(tags.length > 0 && { tags }),
    ...(priority && { priority }),
    ...(due && dueFields(due, context.timeZone)),
  };
  return { task, spans };
}
