/**
 * `ok`: nothing to do. `start`: npm start does what is missing. `yours`: a
 * person has to. `optional`: does without.
 */
export type Verdict = 'ok' | 'start' | 'yours' | 'optional';

/** What the doctor says about one thing. */
export interface Finding {
  tool: string;
  /** Version or amount; undefined when it is not there. */
  found: string | undefined;
  wanted: string;
  verdict: Verdict;
  cure: string;
}

const marks: Record<Verdict, string> = { ok: '✓', start: '+', yours: '✗', optional: '–' };

/** The findings as aligned lines; a cure only where there is something to do. */
export function formatTable(findings: readonly Finding[]): string {
  const rows = findings.map(({ tool, found, wanted, verdict, cure }) => [
    marks[verdict],
    tool,
    found ?? 'not found',
    wanted,
    verdict === 'ok' ? '' : cure,
  ]);
  const table = [['', 'tool', 'found', 'wanted', 'what to do'], ...rows];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...table.map((row) => (row[column] ?? '').length)),
  );
  return table
    .map((row) =>
      ` ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
    )
    .join('\n');
}

/** One sentence on all of them. */
export function conclude(findings: readonly Finding[]): string {
  const named = (verdict: Verdict) =>
    findings.filter((finding) => finding.verdict === verdict).map(({ tool }) => tool);
  const yours = named('yours');
  if (yours.length > 0)
    return `Before npm start can do the rest, you have to see to: ${yours.join(', ')}.`;
  const start = named('start');
  return start.length > 0 ? `npm start sees to: ${start.join(', ')}.` : 'Everything is there.';
}
