import { stdout } from 'node:process';
import pc from 'picocolors';
import { Failure } from './failure.ts';
import { liveScreen, type RunningStage } from './live-screen.ts';
import { detailLine, endedLine, secondsSince, stageLine } from './report-lines.ts';

/** How a stage ended. `skipped` means nothing had to be done, and why. */
export type StageStatus = 'done' | 'skipped' | 'failed';

/** What a machine may want to know of a stage beside its summary. */
export interface StageFacts {
  /** Why it ran, or why it had nothing to do. */
  reason?: string;
  /** Bytes that moved. */
  bytes?: number;
  /** Helm's number of the release afterwards. */
  revision?: number;
  /** Images that were built. */
  built?: number;
}

/** One stage as `--json` prints it, one object a line; seconds are wall time. */
export interface StageRecord extends StageFacts {
  stage: string;
  status: StageStatus;
  /** What was decided and why, or what failed. */
  summary: string;
  seconds: number;
  /** Only of a failed stage. */
  failure?: { what: string; cure?: string; tail?: string };
}

/** What a stage returns: its summary, and whether there was nothing to do. */
export type StageOutcome = string | ({ summary: string; skipped: boolean } & StageFacts);

/** Lets a running stage say what it is doing now. */
export type Note = (text: string) => void;

/** One of the things that a running stage waits for. */
export interface Detail {
  name: string;
  text: string;
  /** Since when, a moment of `performance.now()`; its seconds are counted on the terminal. */
  since?: number;
}

/** Shows what a stage waits for: below its line on a terminal, until it ends; elsewhere each change. */
export type ShowDetails = (details: readonly Detail[]) => void;

export interface Report {
  /** Runs `work` as a named stage, prints its line and returns when it ended. */
  stage(
    name: string,
    work: (note: Note, show: ShowDetails) => Promise<StageOutcome>,
  ): Promise<void>;
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

/** A stage reporter: aligned lines with times, live on a terminal, plain elsewhere. */
export function createReport(options: ReportOptions = {}): Report {
  const write = options.write ?? ((text: string) => void stdout.write(text));
  const live = !options.json && (options.live ?? (stdout.isTTY === true && !process.env.CI));
  const colours = pc.createColors(live && !process.env.NO_COLOR);
  const running = new Set<RunningStage>();
  const screen = liveScreen(running, write, options.width ?? stdout.columns ?? 80);
  const records: StageRecord[] = [];
  let timer: NodeJS.Timeout | undefined;

  const print = (text: string) => {
    if (live) screen.erase();
    write(`${text}\n`);
    if (live) screen.draw();
  };
  const begin = (name: string): RunningStage => {
    const stage: RunningStage = { name, text: '', start: performance.now(), details: [] };
    running.add(stage);
    if (live) timer ??= setInterval(screen.draw, 100).unref();
    return stage;
  };
  const end = (stage: RunningStage, outcome: Outcome) => {
    running.delete(stage);
    const record = { stage: stage.name, seconds: secondsSince(stage.start), ...outcome };
    if (running.size === 0) timer = void clearInterval(timer);
    records.push(record);
    print(options.json ? JSON.stringify(record) : endedLine(record, colours));
  };
  const tell = (stage: RunningStage, text: string) => {
    if (!running.has(stage) || stage.text === text) return;
    stage.text = text;
    const seconds = secondsSince(stage.start);
    if (live) screen.draw();
    else if (!options.json)
      write(`${stageLine('·', { stage: stage.name, summary: text, seconds })}\n`);
  };

  const detail = (stage: RunningStage, details: readonly Detail[]) => {
    const before = stage.details;
    stage.details = details;
    if (live || options.json || !running.has(stage)) return;
    const isNew = ({ name, text }: Detail) =>
      !before.some((one) => one.name === name && one.text === text);
    for (const { name, text } of details.filter(isNew))
      write(`${detailLine('·', { name, text })}\n`);
  };

  return {
    records,
    say: (text) => {
      if (!options.json) print(text);
    },
    async stage(name, doing) {
      const stage = begin(name);
      try {
        const work = doing(
          (text) => tell(stage, text),
          (details) => detail(stage, details),
        );
        end(stage, ended(await work));
      } catch (error) {
        end(stage, failed(error));
        throw error;
      }
    },
  };
}

type Outcome = Omit<StageRecord, 'stage' | 'seconds'>;

function ended(outcome: StageOutcome): Outcome {
  if (typeof outcome === 'string') return { status: 'done', summary: outcome };
  const { skipped, ...rest } = outcome;
  return { status: skipped ? 'skipped' : 'done', ...rest };
}

function failed(error: unknown): Outcome {
  const what = error instanceof Error ? error.message : String(error);
  const known = error instanceof Failure ? { cure: error.cure, tail: error.tail } : {};
  return { status: 'failed', summary: what, failure: { what, ...known } };
}
