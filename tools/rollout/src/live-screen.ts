import type { Detail } from './report.ts';
import { detailLine, secondsSince, stageLine } from './report-lines.ts';

/** A stage that has not ended yet. */
export interface RunningStage {
  name: string;
  text: string;
  /** A moment of `performance.now()`. */
  start: number;
  details: readonly Detail[];
}

/** The running stages below what was printed, drawn anew in place. */
export interface LiveScreen {
  draw(): void;
  erase(): void;
}

/** Draws on a terminal of `width` columns: a line that wrapped could not be erased. */
export function liveScreen(
  running: ReadonlySet<RunningStage>,
  write: (text: string) => void,
  width: number,
): LiveScreen {
  let drawn = 0;
  const erase = () => {
    if (drawn > 0) write(`\x1b[${drawn}A\x1b[J`);
    drawn = 0;
  };
  const draw = () => {
    erase();
    const lines = [...running].flatMap(({ name, text, start, details }) => [
      stageLine('…', { stage: name, summary: text, seconds: secondsSince(start) }),
      ...details.map((detail) => detailLine('…', detail)),
    ]);
    for (const line of lines) write(`${line.slice(0, width - 1)}\n`);
    drawn = lines.length;
  };
  return { draw, erase };
}
