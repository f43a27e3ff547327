import { resolveBase } from '@todo-chatbot/closed-network';
import { Failure, type Cluster, type Note } from '@todo-chatbot/rollout';
import { connect as connectInstance } from './connect.ts';
import { openInstance } from './state.ts';
import { existsSync } from 'node:fs';

/** Which of our bases a build argument of a Dockerfile names. */
const baseArguments = { NODE_IMAGE: 'node', RUNTIME_IMAGE: 'runtime' } as const;

/**
 * The instance's cluster, with what only it knows: secrets, address, the image of its database.
 *
 * @throws {Failure} with the cure `npm start` when there is none, it does not run, or has no secrets.
 */
export async function connect(): Promise<Cluster> {
  const { secretsFile, address } = openInstance();
  const [cluster, postgres] = await Promise.all([connectInstance(), resolveBase('postgres')]);
  if (!existsSync(secretsFile)) {
    throw new Failure({
      what: `The secrets of the cluster are missing: ${secretsFile}.`,
      cure: 'npm start',
    });
  }
  return {
    ...cluster,
    address,
    valuesFiles: { secrets: secretsFile },
    values: {
      config: {
        frontendUrl: address,
        allowedOrigins: address.replace('localhost', '127.0.0.1'),
      },
      postgres: { image: postgres },
    },
    otherImages: [postgres],
  };
}

/** Base images where no image registry answers, else the public ones. */
export async function buildArguments(
  names: readonly string[],
  note?: Note,
): Promise<Record<string, string>> {
  const known = Object.entries(baseArguments).filter(([name]) => names.includes(name));
  const resolved = known.map(async ([name, base]) => [name, await resolveBase(base, { note })]);
  return Object.fromEntries(await Promise.all(resolved)) as Record<string, string>;
}
