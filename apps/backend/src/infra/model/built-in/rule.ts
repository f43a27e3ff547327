/** What a rule wants of a tool. */
export interface Call {
  tool: string;
  input: Record<string, unknown>;
}

/** Where and when something is asked. */
export interface Here {
  now: Date;
  timeZone: string;
  today: string;
}

/** What a rule does: it asks for tools, one after another, and returns what it has to say. */
export type Doing = Generator<Call, string, unknown>;

/** Something that people say, and what is done about it. */
export interface Rule {
  pattern: RegExp;
  /** `named` holds the pattern's named groups. */
  act(named: Readonly<Record<string, string>>, here: Here): Doing;
}
