import { docker } from '@todo-chatbot/rollout';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureImage } from '../image.ts';
import { nodePackage } from './node-binary.ts';
import { nodeRecipe } from './node.ts';
import { runtimeRecipe } from './runtime.ts';

let image: string;

async function inContainer(...command: string[]): Promise<string> {
  const [entrypoint = '', ...args] = command;
  const isolation = ['--rm', '--network=none', '--read-only', '--tmpfs=/tmp'];
  const run = ['run', ...isolation, `--entrypoint=${entrypoint}`, image, ...args];
  return (await docker(run)).stdout.trim();
}

describe('the base of finished apps', () => {
  const evaluate = async (code: string) =>
    JSON.parse(await inContainer('/nodejs/bin/node', '-p', `JSON.stringify(${code})`));

  beforeAll(async () => {
    image = await ensureImage(runtimeRecipe());
  });

  test('runs the Node that the tools run on, as nobody in particular', async () => {
    const { version } = nodePackage();
    expect(await evaluate('[process.version, process.getuid()]')).toEqual([`v${version}`, 65532]);
  });

  test('has no shell, no package manager and no other program', async () => {
    const places = ['/bin', '/sbin', '/usr/bin', '/usr/sbin', '/usr/local/bin'];
    const code = `${JSON.stringify(places)}.flatMap((place) => fs.readdirSync(place))`;
    expect(await evaluate(code)).toEqual([]);
  });

  test('knows certificates, time zones and names', async () => {
    const size = 'fs.statSync("/etc/ssl/certs/ca-certificates.crt").size';
    const zone = 'fs.existsSync("/usr/share/zoneinfo/Europe/Berlin")';
    const names = 'fs.readFileSync("/etc/passwd", "utf8").includes("nonroot")';
    const [bytes, ...facts] = await evaluate(`[${size}, ${zone}, ${names}]`);
    expect(bytes).toBeGreaterThan(100_000);
    expect(facts).toEqual([true, true]);
  });

  test('leaves an app 20 MB below the limit of 150 MB', async () => {
    const { stdout } = await docker(['image', 'inspect', '--format', '{{.Size}}', image]);
    expect(Number(stdout)).toBeLessThan(130e6);
  });
});

describe('the base for building from source', () => {
  beforeAll(async () => {
    image = await ensureImage(nodeRecipe());
  });

  test('has Node, npm and a shell', async () => {
    const said = await inContainer('/bin/sh', '-c', 'node -v && npm -v');
    expect(said).toMatch(new RegExp(`^v${nodePackage().version}\\n\\d+\\.\\d+\\.\\d+$`));
  });
});
