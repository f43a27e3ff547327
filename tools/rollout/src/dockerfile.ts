import {
  Arg,
  Copy,
  DockerfileParser,
  Env,
  From,
  JSONInstruction,
  type Instruction,
} from 'dockerfile-ast';

type Variables = Readonly<Record<string, string>>;

/** What a build takes from outside. */
export interface DockerfileInputs {
  /** References of the images that it stands on or copies from. */
  bases: string[];
  /** Build arguments that name them. */
  baseArguments: string[];
  /** Paths and patterns that it copies from its context. */
  sources: string[];
}

interface Stage {
  name: string;
  /** The image or stage that it stands on. */
  from: string;
  /** The variables in that line. */
  fromVariables: string[];
  /** Images or stages that it copies from. */
  alsoFrom: string[];
  sources: string[];
  variables: Record<string, string>;
}

/**
 * Reads from a Dockerfile what the last stage is made of; stages that it does
 * not need are left out. Build arguments decide as they do in a build.
 *
 * @see https://docs.docker.com/reference/dockerfile/
 */
export function readDockerfile(text: string, args: Variables = {}): DockerfileInputs {
  const needed = neededStages(readStages(text, args));
  const names = needed.map(({ name }) => name);
  const outside = needed
    .flatMap(({ from, alsoFrom }) => [from, ...alsoFrom])
    .filter((name) => name !== 'scratch' && !names.includes(name));
  const unique = (list: string[]) => [...new Set(list)].sort();
  return {
    bases: unique(outside),
    baseArguments: unique(needed.flatMap(({ fromVariables }) => fromVariables)),
    sources: unique(needed.flatMap(({ sources }) => sources)),
  };
}

function readStages(text: string, args: Variables): Stage[] {
  const global: Record<string, string> = {};
  const stages: Stage[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const stage = stages.at(-1);
    if (instruction instanceof From) stages.push(beginStage(instruction, stages, global));
    else if (instruction instanceof Arg) declare(instruction, args, { stage, global });
    else if (stage) read(instruction, stage);
  }
  return stages;
}

function beginStage(instruction: From, stages: readonly Stage[], global: Variables): Stage {
  const written = instruction.getImage() ?? '';
  const image = expand(written, global);
  const parent = find(stages, image.toLowerCase());
  return {
    name: instruction.getBuildStage()?.toLowerCase() ?? String(stages.length),
    from: parent?.name ?? image,
    fromVariables: [...written.matchAll(/\$\{?(\w+)/g)].map(([, variable = '']) => variable),
    alsoFrom: [],
    sources: [],
    variables: { ...parent?.variables },
  };
}

/** A variable of the first lines counts in `FROM`; a stage sees it when it declares it again. */
function declare(
  instruction: Arg,
  args: Variables,
  { stage, global }: { stage: Stage | undefined; global: Record<string, string> },
): void {
  const property = instruction.getProperty();
  if (!property) return;
  const scope = stage?.variables ?? global;
  const name = property.getName();
  const fallback = property.getValue();
  const value = args[name] ?? (fallback === null ? global[name] : expand(fallback, scope));
  if (value !== undefined) scope[name] = value;
}

function read(instruction: Instruction, stage: Stage): void {
  const { variables } = stage;
  if (instruction instanceof Env) {
    for (const property of instruction.getProperties()) {
      variables[property.getName()] = expand(property.getValue() ?? '', variables);
    }
  } else if (instruction instanceof JSONInstruction) {
    if (['COPY', 'ADD'].includes(instruction.getKeyword())) readCopy(instruction, stage);
    if (instruction.getKeyword() === 'RUN') readMounts(instruction, stage);
  }
}

function readCopy(instruction: JSONInstruction, { alsoFrom, sources, variables }: Stage): void {
  // Not the library's getFromFlag(), which only knows a flag that stands alone.
  const flags = instruction.getFlags();
  const from = flags.find((flag) => flag.getName() === 'from')?.getValue();
  if (from) {
    alsoFrom.push(stageName(expand(from, variables)));
    return;
  }
  const paths = pathsOf(instruction).map((path) => expand(path, variables));
  // Text in the Dockerfile itself, and what comes from elsewhere, is none of the context.
  sources.push(...paths.slice(0, -1).filter((path) => !/^<<|^[a-z]+:\/\/|^git@/.test(path)));
}

function pathsOf(instruction: JSONInstruction): string[] {
  if (instruction.getOpeningBracket()) {
    return JSON.parse(instruction.getArgumentsContent() ?? '[]') as string[];
  }
  const [text] = instruction instanceof Copy ? instruction.getHeredocs() : [];
  const lastLine = text?.getStartRange().start.line ?? Infinity;
  return instruction
    .getArguments()
    .filter((one) => one.getRange().start.line <= lastLine)
    .map((one) => unquote(one.getValue()));
}

function readMounts(instruction: JSONInstruction, { alsoFrom, sources, variables }: Stage): void {
  const mounts = instruction.getFlags().filter((flag) => flag.getName() === 'mount');
  for (const mount of mounts) {
    const option = (...names: string[]) =>
      names.map((name) => mount.getOption(name)?.getValue()).find(Boolean);
    const from = option('from');
    if (from) alsoFrom.push(stageName(expand(from, variables)));
    else if ((option('type') ?? 'bind') === 'bind') sources.push(option('source', 'src') ?? '.');
  }
}

function neededStages(stages: readonly Stage[]): Stage[] {
  const needed = new Set<Stage>();
  const visit = (stage: Stage | undefined): void => {
    if (!stage || needed.has(stage)) return;
    needed.add(stage);
    for (const name of [stage.from, ...stage.alsoFrom]) visit(find(stages, name));
  };
  visit(stages.at(-1));
  return [...needed];
}

/** A stage by its name, or by its number. */
function find(stages: readonly Stage[], name: string): Stage | undefined {
  return stages.find((stage, index) => stage.name === name || String(index) === name);
}

const stageName = (name: string) => (/[/:.]/.test(name) ? name : name.toLowerCase());

function unquote(text: string): string {
  return /^(["']).*\1$/s.test(text) ? text.slice(1, -1) : text;
}

const reference = /\$(?:\{(?<braced>\w+)(?::(?<how>[-+])(?<word>[^}]*))?\}|(?<plain>\w+))/g;

function expand(text: string, variables: Variables): string {
  return text.replaceAll(reference, (...found) => {
    const { braced, how, word = '', plain } = found.at(-1) as Record<string, string | undefined>;
    const value = variables[braced ?? plain ?? ''] ?? '';
    if (how === '-') return value || expand(word, variables);
    if (how === '+') return value ? expand(word, variables) : '';
    return value;
  });
}
