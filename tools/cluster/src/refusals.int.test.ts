import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker } from '@todo-chatbot/rollout';
import { afterEach, beforeEach, expect, test } from 'vitest';

const cli = join(import.meta.dirname, 'cli.ts');
const name = `todo-refused-${process.pid}`;
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'refusals-'));
});
// A program that a refusal ended may still write its last words.
afterEach(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }));

interface Refusal {
  code: number;
  stdout: string;
  stderr: string;
}

/** `npm start -- --yes` as typed, for an instance of its own; ports are free unless they are set. */
async function start(settings: Record<string, string>): Promise<Refusal> {
  const own = Object.entries(process.env).filter(([key]) => !/^(NX|TODO|DOCKER)_/.test(key));
  const env = {
    ...Object.fromEntries(own),
    TODO_INSTANCE: name,
    TODO_CLUSTER: 'kind',
    TODO_IMAGES: 'packages',
    TODO_PORT: String(await freePort()),
    TODO_REGISTRY_PORT: String(await freePort()),
    XDG_STATE_HOME: join(dir, 'state'),
    ...settings,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, 'start', '--yes'], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

async function listen(): Promise<{ port: number; close: () => Promise<unknown> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, close: () => new Promise((resolve) => server.close(resolve)) };
}

async function freePort(): Promise<number> {
  const { port, close } = await listen();
  await close();
  return port;
}

/** What every refusal has in common: a reason, a cure, no stack, and nothing that was begun. */
function expectRefusal({ code, stderr }: Refusal, what: RegExp, cure: RegExp): void {
  expect(stderr).toMatch(what);
  expect(/What to do: (.*)/.exec(stderr)?.[1]).toMatch(cure);
  expect(stderr).not.toMatch(/^\s+at .+:\d+:\d+|Unexpected:/m);
  expect(code).toBe(1);
  const state = join(dir, 'state/todo-chatbot', name);
  for (const file of ['cluster.json', 'kubeconfig', 'kind.yaml', 'start.lock']) {
    expect(existsSync(join(state, file))).toBe(false);
  }
}

async function expectNoContainer(): Promise<void> {
  const { stdout } = await docker(['ps', '--all', '--quiet', '--filter', `name=${name}`]);
  expect(stdout).toBe('');
}

test('a wrong TODO_CLUSTER is refused with the values that there are', async () => {
  const refused = await start({ TODO_CLUSTER: 'k3s' });
  expectRefusal(refused, /TODO_CLUSTER=k3s: one of kind, minikube, context:/, /unset/);
});

test('a port that is taken is refused with who has it and the setting for another one', async () => {
  const { port, close } = await listen();
  const refused = await start({ TODO_PORT: String(port) });
  await close();
  expectRefusal(
    refused,
    new RegExp(`Port ${port} is taken by .*${process.pid}`),
    new RegExp(`TODO_PORT=${port + 1}`),
  );
});

test('without an engine, and without a way to install one, the way to get one is named', async () => {
  const refused = await start({ PATH: dir });
  expectRefusal(refused, /There is no container engine on this machine/, /install .*npm start/i);
});

test('an engine elsewhere that does not answer is named with its address', async () => {
  const refused = await start({ DOCKER_HOST: 'tcp://127.0.0.1:9' });
  expectRefusal(
    refused,
    /No container engine answers at DOCKER_HOST=tcp:\/\//,
    /unset DOCKER_HOST/,
  );
});

test('too little memory is refused before anything is made', async () => {
  // The one figure that decides, as a machine with 2 GiB would give it.
  const machine = encodeURIComponent('process.availableMemory = () => 2 ** 31');
  const refused = await start({ NODE_OPTIONS: `--import=data:text/javascript,${machine}` });
  expectRefusal(refused, /needs 4\.0 GiB of free memory; 2\.0 GiB are free/, /end other programs/);
  await expectNoContainer();
});

test('without a network what would have to be downloaded is not waited for', async () => {
  const nowhere = 'http://127.0.0.1:9';
  const refused = await start({
    XDG_CACHE_HOME: join(dir, 'cache'),
    GOPATH: join(dir, 'go'),
    GOPROXY: nowhere,
    npm_config_registry: nowhere,
    npm_config_cache: join(dir, 'npm'),
    PIP_INDEX_URL: nowhere,
  });
  expectRefusal(refused, /go build|npm view/, /package registries .* can be reached/);
  await expectNoContainer();
});
