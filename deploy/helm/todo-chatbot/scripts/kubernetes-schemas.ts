import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { ensureGo } from '@todo-chatbot/closed-network';
import { run, runMain } from '@todo-chatbot/rollout';

/*
 * Writes strict JSON schemas of the kinds the chart uses, for kubeconform, from the OpenAPI
 * document that the Kubernetes Go module carries. Run it by hand when the Kubernetes version
 * moves; the result is committed, so that the tests need neither Go nor a download.
 */
const version = 'v1.36.3';
const kinds = [
  'core.v1.Namespace',
  'core.v1.ConfigMap',
  'core.v1.Secret',
  'core.v1.Service',
  'apps.v1.Deployment',
  'apps.v1.StatefulSet',
  'batch.v1.Job',
  'networking.v1.Ingress',
];
const folder = join(import.meta.dirname, '../tests/schemas');

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Definitions = Record<string, { [key: string]: Json }>;

await runMain(async () => {
  const args = ['mod', 'download', '-json', `k8s.io/kubernetes@${version}`];
  const { stdout } = await run(await ensureGo(), args, {
    cwd: tmpdir(),
    cure: 'Check that the Go module proxy can be reached, then try again.',
  });
  const { Dir } = JSON.parse(stdout) as { Dir: string };
  const openapi = JSON.parse(readFileSync(join(Dir, 'api/openapi-spec/swagger.json'), 'utf8')) as {
    definitions: Definitions;
  };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await write('definitions.json', { definitions: strictDefinitions(openapi.definitions) });
  for (const kind of kinds) {
    const [group, ...rest] = kind.split('.');
    const name = [rest.at(-1), ...(group === 'core' ? [] : [group]), rest[0]].join('-');
    await write(`${name.toLowerCase()}.json`, {
      $ref: `definitions.json#/definitions/io.k8s.api.${kind}`,
    });
  }
});

async function write(name: string, schema: Json): Promise<void> {
  writeFileSync(join(folder, name), await format(JSON.stringify(schema), { parser: 'json' }));
}

/** Every definition that the kinds reach, without prose and closed to unknown keys. */
function strictDefinitions(all: Definitions): Definitions {
  const reached: Definitions = {};
  const visit = (name: string) => {
    if (reached[name]) return;
    const definition = all[name];
    if (!definition) throw new Error(`${name} is not in the OpenAPI document of ${version}`);
    reached[name] = strict(name, definition);
    for (const [, next] of JSON.stringify(reached[name]).matchAll(/#\/definitions\/([^"]+)"/g)) {
      if (next) visit(next);
    }
  };
  for (const kind of kinds) visit(`io.k8s.api.${kind}`);
  return Object.fromEntries(Object.entries(reached).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function strict(name: string, definition: { [key: string]: Json }): { [key: string]: Json } {
  // These two are written as numbers or as strings; the document says string.
  if (/\.(IntOrString|Quantity)$/.test(name)) return { type: ['integer', 'number', 'string'] };
  const bare = withoutProse(definition) as { [key: string]: Json };
  return bare['properties'] ? { ...bare, additionalProperties: false } : bare;
}

function withoutProse(node: Json): Json {
  if (Array.isArray(node)) return node.map(withoutProse);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(
        ([key, value]) =>
          !key.startsWith('x-') && !(key === 'description' && typeof value === 'string'),
      )
      .map(([key, value]) => [key, withoutProse(value)]),
  );
}
