import type { Span, SpanKind } from './types.ts';

/** Stands where a piece was understood, one for each of its characters. */
const taken = '\uFFFC';
/** Stands where nothing may be understood, such as in an address. */
const sealed = '\uFFFD';

const onlyTaken = new RegExp(`^[\\s.,;!${taken}]*$`);
const takenNext = new RegExp(`^[\\s,]*${taken}`);
const takenBefore = new RegExp(`${taken}[\\s,]*$`);

/** The typed text while it is being understood: what was taken is blotted out, nothing moves. */
export class Scan {
  readonly text: string;
  readonly spans: Span[] = [];
  /** The text with everything blotted out that is not to be read again. */
  rest: string;

  constructor(text: string) {
    this.text = text;
    this.rest = text;
  }

  private blot(start: number, end: number, mark: string): void {
    this.rest = this.rest.slice(0, start) + mark.repeat(end - start) + this.rest.slice(end);
  }

  /** Keeps a piece out of everything that follows; it stays in the title. */
  seal(start: number, end: number): void {
    this.blot(start, end, sealed);
  }

  take(kind: SpanKind, start: number, end: number): void {
    this.spans.push({ kind, start, end, text: this.text.slice(start, end) });
    this.blot(start, end, taken);
  }

  /** The first match of the pattern, taken; undefined when there is none, or `accept` refuses all. */
  takeMatch(
    kind: SpanKind,
    pattern: RegExp,
    accept: (match: RegExpExecArray) => boolean = () => true,
  ): RegExpExecArray | undefined {
    const found = [...this.rest.matchAll(pattern)].find(accept);
    if (found) this.take(kind, found.index, found.index + found[0].length);
    return found;
  }

  /** Whether nothing readable follows. */
  endsAt(end: number): boolean {
    return onlyTaken.test(this.rest.slice(end));
  }

  /**
   * Whether a word that can mean something else as well stands where people put dates and times:
   * at the end, or beside a piece that was understood.
   */
  standsLoose(start: number, end: number): boolean {
    return (
      this.endsAt(end) ||
      takenNext.test(this.rest.slice(end)) ||
      takenBefore.test(this.rest.slice(0, start))
    );
  }
}
