import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { Failure } from '@todo-chatbot/rollout';
import { readYaml } from '@todo-chatbot/rollout/yaml';
import { dump } from 'js-yaml';

/** The chart's values that every instance needs and nobody should have to invent. */
const generated = ['jwtSecret', 'betterAuthSecret', 'postgresPassword'] as const;

/**
 * Makes sure that the file with the instance's secrets exists, as Helm values.
 * What is there is kept, because the database was made with it; a person may
 * add keys of their own (`secrets.openaiApiKey` …).
 *
 * @returns the names of what was generated, never a value.
 */
export function ensureSecrets(file: string): string[] {
  const values = readValues(file);
  const missing = generated.filter((key) => !values.secrets[key]);
  if (missing.length > 0) {
    for (const key of missing) values.secrets[key] = randomBytes(32).toString('hex');
    const text = `# Secrets of this instance, as Helm values. Made by npm start; not for a repository.\n${dump(values)}`;
    const part = `${file}.${process.pid}`;
    rmSync(part, { force: true });
    writeFileSync(part, text, { mode: 0o600, flag: 'wx' });
    renameSync(part, file);
  }
  chmodSync(file, 0o600);
  return missing;
}

function readValues(file: string): { secrets: Record<string, unknown> } {
  if (!existsSync(file)) return { secrets: {} };
  try {
    const values = readYaml<{ secrets: object }>(readFileSync(file, 'utf8'));
    return { ...values, secrets: { ...values.secrets } };
  } catch {
    // The parser's own message would quote the file.
    throw new Failure({
      what: `${file} is not valid YAML.`,
      cure: `correct it; or, when the cluster's data may be lost, npm stop and delete it`,
    });
  }
}
