import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { Secrets } from '../infra/auth/secrets.ts';

/** What cookies are signed with in tests, and the keys in their databases encrypted. */
export const testSecrets: Secrets = ['a secret of the tests, 40 characters long'];

/** Runs one statement on a connection of its own. */
export async function onServer(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** The address of another database on the same server. */
export function urlOf(serverUrl: string, database: string): string {
  return Object.assign(new URL(serverUrl), { pathname: `/${database}` }).href;
}

/** Makes a database on the test server: with the current schema, or an empty one. */
export async function createTestDatabase(
  serverUrl: string,
  content: 'migrated' | 'empty' = 'migrated',
): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = content === 'migrated' ? 'app_template' : 'template0';
  await onServer(serverUrl, `create database ${name} template ${template}`);
  return urlOf(serverUrl, name);
}
