import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { namespaced } from '../../kube/kinds.ts';
import { apiOf, type Target } from '../target.ts';

/** What those met who asked over and over, each time over a new connection. */
export interface Visits {
  asked: number;
  failures: string[];
  /** The versions that answered, in the order they first did. */
  versions: string[];
}

/** Asks the trial's Service, by a node's port, while `work` goes on. */
export async function visitDuring(target: Target, work: () => Promise<unknown>): Promise<Visits> {
  const address = await addressOf(target);
  const visits: Visits = { asked: 0, failures: [], versions: [] };
  let isDone = false;
  const visitor = async () => {
    while (!isDone) {
      visits.asked += 1;
      const version = await askOnce(address).catch((error: Error) => {
        visits.failures.push(error.message);
        return undefined;
      });
      if (version && !visits.versions.includes(version)) visits.versions.push(version);
      // A deploy that is refused at once takes half a second.
      await pause(10);
    }
  };
  const visitors = [visitor(), visitor()];
  try {
    await work();
  } finally {
    isDone = true;
    await Promise.all(visitors);
  }
  return visits;
}

/** Who answers so many new connections from now on. */
export async function answering(target: Target, connections = 50): Promise<string[]> {
  const address = await addressOf(target);
  const versions = new Set<string>();
  for (let count = 0; count < connections; count += 1) versions.add(await askOnce(address));
  return [...versions];
}

async function addressOf(target: Target): Promise<string> {
  const api = apiOf(target);
  const [service, { items }] = await Promise.all([
    api.get<{ spec: { ports: { nodePort: number }[] } }>(
      `${namespaced('v1', target.namespace, 'services')}/app`,
    ),
    api.list<{ status: { addresses: { type: string; address: string }[] } }>('/api/v1/nodes'),
  ]);
  const node = items[0]?.status.addresses.find(({ type }) => type === 'InternalIP');
  return `http://${node?.address}:${service?.spec.ports[0]?.nodePort}/`;
}

function askOnce(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { agent: false, headers: { Connection: 'close' }, timeout: 15_000 };
    const asked = request(address, options, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.once('end', () =>
        response.statusCode === 200
          ? resolve(body)
          : reject(new Error(`says ${response.statusCode}`)),
      );
    });
    asked.once('timeout', () => asked.destroy(new Error('no answer in 15 s')));
    asked.once('error', reject);
    asked.end();
  });
}
