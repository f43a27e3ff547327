import type { QuickAddContext, QuickAddResult } from './types';

export type { QuickAddContext, QuickAddResult, Span, SpanKind } from './types';

/**
 * Reads a task as people type it: "pay rent every 1st at 9am !high #home". Pieces that are
 * understood leave the title; where nothing would be left of it, all of the text is the title.
 * Blank text gives an empty title, which no door accepts.
 */
export function parseQuickAdd(text: string, _context: QuickAddContext): QuickAddResult {
  return { task: { title: text.trim() }, spans: [] };
}
