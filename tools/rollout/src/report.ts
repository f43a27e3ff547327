import { stdout } from 'node:process';
import pc from 'picocolors';
import { describeFailure } from './failure.ts';

/** How a stage ended. `skipped` means nothing had to be done, and why. */
export type StageStatus = 'done' | 'skipped' | 'failed';

/** One stage as `--json` prints it, one object a line; seconds are wall time. */
export interface StageRecord {
  stage: string;
  status: StageStatus;
  /** What was decided and why, or what failed. */
  summary: string;
  seconds: number;
}

/** What a stage returns: its summary, and whether there was nothing to do. */
export type StageOutcome = string | { summary: string; skipped: boolean };

/** Lets a running stage say what it is doing now. */
export type Note = (text: string) => void;

export interface Report {
  /** Runs `work` as a named stage, prints its line and returns when it ended. */
  stage(name: string, work: (note: Note) => Promise<StageOutcome>): Promise<void>;
  /** A free line for a person (not printed with `--json`). */
  say(text: string): void;
  readonly records: readonly StageRecord[];
}

export interface ReportOptions {
  json?: boolean;
  verbose?: boolean;
  /** Where lines go; the default is standard output. */
  write?: (text: string) => void;
  /** Redraw the running stages in place; the default is "when a terminal". */
  live?: boolean;
  /** Columns of the terminal: a running line that wrapped could not be redrawn. */
  width?: number;
}

const marks = { done: '✓', skipped: '–', failed: '✗' } as const;
const summaryWidth = 58;

/** A stage reporter: aligned lines with times, live on a terminal, plain elsewhere. */
export function createReport(options: ReportOptions = {}): Report {
  const write = options.write ?? ((text: string) => void stdout.write(text));
  const live = !options.json && (options.live ?? (stdout.isTTY === true && !process.env.CI));
  const colours = pc.createColors(live && !process.env.NO_COLOR);
  const width = options.width ?? stdout.columns ?? 80;
  const running = new Map<string, { text: string; start: number }>();
  const records: StageRecord[] = [];
  let drawn = 0;
  let timer: NodeJS.Timeout | undefined;

  const erase = () => {
    if (drawn > 0) write(`\x1b[${drawn}A\x1b[J`);
    drawn = 0;
  };
  const draw = () => {
    erase();
    for (const [name, { text, start }] of running) {
      const full = line('…', { stage: name, summary: text, seconds: seconds(start) });
      write(`${full.slice(0, width - 1)}\n`);
      drawn += 1;
    }
  };
  const print = (text: string) => {
    if (live) erase();
    write(`${text}\n`);
    if (live) draw();
  };
  const begin = (name: string) => {
    running.set(name, { text: '', start: performance.now() });
    if (live) timer ??= setInterval(draw, 100).unref();
  };
  const end = (name: string, status: StageStatus, summary: string) => {
    const start = running.get(name)?.start ?? performance.now();
    running.delete(name);
    if (running.size === 0) timer = void clearInterval(timer);
    const record = { stage: name, status, summary, seconds: seconds(start) };
    records.push(record);
    print(options.json ? JSON.stringify(record) : coloured(record, colours));
  };

  return {
    records,
    say: (text) => {
      if (!options.json) print(text);
    },
    async stage(name, work) {
      begin(name);
      const note: Note = (text) => {
        const stage = running.get(name);
        if (!stage || stage.text === text) return;
        stage.text = text;
        if (live) draw();
        else if (!options.json)
          write(`${line('·', { stage: name, summary: text, seconds: seconds(stage.start) })}\n`);
      };
      try {
        const outcome = await work(note);
        const { summary, skipped } =
          typeof outcome === 'string' ? { summary: outcome, skipped: false } : outcome;
        end(name, skipped ? 'skipped' : 'done', summary);
      } catch (error) {
        end(name, 'failed', error instanceof Error ? error.message : String(error));
        throw error;
      }
    },
  };
}

/**
 * Runs a command-line program's main function: prints a failure the way every
 * tool of the project does and sets a non-zero exit code.
 */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const verbose = process.argv.includes('--verbose');
    process.stderr.write(`\n${describeFailure(error, verbose)}\n`);
    process.exitCode = 1;
  }
}

function seconds(start: number): number {
  return Math.round((performance.now() - start) / 100) / 10;
}

function coloured(record: StageRecord, colours: ReturnType<typeof pc.createColors>): string {
  const text = line(marks[record.status], record);
  if (record.status === 'failed') return colours.red(text);
  return text
    .replace(marks.done, colours.green(marks.done))
    .replace(/\S+ s$/, (time) => colours.dim(time));
}

function line(mark: string, { stage, summary, seconds }: Omit<StageRecord, 'status'>): string {
  return ` ${mark} ${stage.padEnd(10)} ${summary.padEnd(summaryWidth)} ${seconds.toFixed(1).padStart(6)} s`;
}
