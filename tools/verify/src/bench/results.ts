import type { Figure, Group } from './figures.ts';

/** The measured values by figure, one per repetition. */
export type Samples = Record<string, number[]>;

/** A figure as it was measured. */
export interface Result {
  name: string;
  what: string;
  unit: string;
  /** The median; null when it could not be measured here. */
  median: number | null;
  samples: number[];
  /** In words: `≤ 25`. Empty when there is none. */
  target: string;
  /** Whether the median keeps the target; null without a target or a value. */
  met: boolean | null;
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  return middle.length === 0 ? null : middle.reduce((sum, one) => sum + one, 0) / middle.length;
}

function resultOf({ name, what, unit, atMost, atLeast }: Figure, samples: number[]): Result {
  const value = median(samples);
  const target = atMost !== undefined ? `≤ ${atMost}` : atLeast !== undefined ? `≥ ${atLeast}` : '';
  const met =
    value === null || target === ''
      ? null
      : value <= (atMost ?? Infinity) && value >= (atLeast ?? -Infinity);
  return { name, what, unit, median: value, samples, target, met };
}

/** What came of the groups, in their order. */
export function resultsOf(groups: readonly Pick<Group, 'figures'>[], samples: Samples): Result[] {
  return groups.flatMap(({ figures }) =>
    figures.map((figure) => resultOf(figure, samples[figure.name] ?? [])),
  );
}

const shown = (value: number | null, unit: string) =>
  value === null
    ? 'not measured'
    : `${value >= 100 ? Math.round(value) : Number(value.toPrecision(3))} ${unit}`.trim();

const verdict = ({ met }: Result) => (met === null ? '' : met ? 'met' : 'missed');

/** A table for people: what, median, target, verdict. */
export function tableOf(results: readonly Result[]): string {
  const rows = [
    ['', 'median', 'target', ''],
    ...results.map((one) => [one.what, shown(one.median, one.unit), one.target, verdict(one)]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((cells) => (cells[column] ?? '').length)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 1 || column === 2 ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('   ')
      .trimEnd();
  return rows.map((cells) => ` ${line(cells)}`).join('\n');
}
