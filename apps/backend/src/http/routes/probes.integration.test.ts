import { describe, expect, inject, it } from 'vitest';
import { migrateDatabase } from '../../infra/database/migrations.ts';
import { createTestApp } from '../../testing/app.ts';
import { createTestDatabase, onServer, testSecrets } from '../../testing/database.ts';

const probe = async (app: ReturnType<typeof createTestApp>, url: string) => {
  const answer = await app.server.inject({ url });
  return [answer.statusCode, answer.json().reason ?? answer.json().status];
};

describe('readiness', () => {
  it('comes with the migrations of this build', async () => {
    const url = await createTestDatabase(inject('postgres'), 'empty');
    const app = createTestApp(url);
    expect(await probe(app, '/ready')).toEqual([503, 'the database awaits migrations']);
    await migrateDatabase({ url, authSecrets: testSecrets });
    expect(await probe(app, '/ready')).toEqual([200, 'ready']);
    await app.close();
  });

  it('stays when a newer build has migrated further', async () => {
    const url = await createTestDatabase(inject('postgres'));
    await onServer(
      url,
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('next', 9e12)`,
    );
    const app = createTestApp(url);
    expect(await probe(app, '/ready')).toEqual([200, 'ready']);
    await app.close();
  });

  it('ends when draining begins, while the process goes on answering', async () => {
    const app = createTestApp(await createTestDatabase(inject('postgres')));
    app.drain();
    expect(await probe(app, '/ready')).toEqual([503, 'the process is ending']);
    const answer = await app.server.inject({ url: '/api/v1/tasks' });
    expect([answer.statusCode, answer.headers['connection']]).toEqual([401, 'close']);
    await app.close();
  });

  it('is missing while the database is away; the process is alive all the same', async () => {
    const app = createTestApp('postgres://todo:pw@127.0.0.1:1/todo');
    expect(await probe(app, '/ready')).toEqual([503, 'the database does not answer']);
    expect(await probe(app, '/health')).toEqual([200, 'ok']);
    await app.close();
  });
});
