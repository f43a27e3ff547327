import pc from 'picocolors';
import type { Detail, StageRecord } from './report.ts';

const marks = { done: '✓', skipped: '–', failed: '✗' } as const;
const summaryWidth = 58;

/** A stage's aligned line: mark, name, what was decided, time. */
export function stageLine(mark: string, record: Omit<StageRecord, 'status'>): string {
  const { stage, summary, seconds } = record;
  return ` ${mark} ${stage.padEnd(10)} ${summary.padEnd(summaryWidth)} ${seconds.toFixed(1).padStart(6)} s`;
}

/** The line of a stage that has ended, in colour where there is one. */
export function endedLine(record: StageRecord, colours: ReturnType<typeof pc.createColors>) {
  const text = stageLine(marks[record.status], record);
  if (record.status === 'failed') return colours.red(text);
  return text
    .replace(marks.done, colours.green(marks.done))
    .replace(/\S+ s$/, (time) => colours.dim(time));
}

/** ` …   backend-7d9f-x2x  starting: 1.2 s`: one thing that a running stage waits for. */
export function detailLine(mark: string, { name, text, since }: Detail): string {
  const time = since === undefined ? '' : `: ${secondsSince(since).toFixed(1)} s`;
  return ` ${mark}   ${name}  ${text}${time}`;
}

/** Seconds since a moment of `performance.now()`, to the millisecond. */
export function secondsSince(start: number): number {
  return Math.round(performance.now() - start) / 1000;
}
