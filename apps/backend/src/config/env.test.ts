import { describe, expect, it } from 'vitest';
import { readEnv, readMigrationEnv } from './env.ts';

const production = {
  ENVIRONMENT: 'production',
  DATABASE_URL: 'postgres://u:p@db/todo',
  BETTER_AUTH_SECRET: 'x'.repeat(32),
};

function faultsOf(source: NodeJS.ProcessEnv): string {
  try {
    readEnv(source);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('no fault was found');
}

describe('the environment', () => {
  it('needs nothing on a developer’s machine', () => {
    expect(readEnv({})).toMatchObject({
      port: 8000,
      host: '0.0.0.0',
      hardened: false,
      trustedOrigins: ['http://localhost:3000'],
      drainSeconds: 0,
    });
  });

  it('takes empty variables for absent ones', () => {
    const env = { ...production, OPENAI_API_KEY: '', RESEND_API_KEY: '', PORT: '' };
    expect(readEnv(env)).toMatchObject({ port: 8000, hardened: true });
  });

  it('sends mail only with a key, and only from an address', () => {
    expect(readEnv({ MAIL_FROM: 'Todo <todo@example.org>' }).mail).toBeUndefined();
    expect(readEnv({ RESEND_API_KEY: 're_1' }).mail).toMatchObject({ apiKey: 're_1' });
    for (const MAIL_FROM of ['Todo', 'a@b <c@d', 'Todo\r\nBcc: x <todo@example.org>']) {
      expect(faultsOf({ MAIL_FROM })).toContain('MAIL_FROM: must be an address');
    }
  });

  it('trusts the public origin and the allowed ones, paths cut off', () => {
    const origins = {
      FRONTEND_URL: 'https://todo.local/',
      ALLOWED_ORIGINS: 'http://a:1, http://b',
    };
    expect(readEnv(origins).trustedOrigins).toEqual([
      'https://todo.local',
      'http://a:1',
      'http://b',
    ]);
  });

  it('names every fault at once', () => {
    const message = faultsOf({ PORT: 'x', FRONTEND_URL: 'todo', DATABASE_URL: 'mysql://h/d' });
    expect(message).toMatch(/3 faults/);
    for (const name of ['PORT:', 'FRONTEND_URL:', 'DATABASE_URL:']) expect(message).toContain(name);
  });

  it('knows the secrets of before', () => {
    const [one, two] = ['1'.repeat(32), '2'.repeat(32)];
    const BETTER_AUTH_PREVIOUS_SECRETS = `${one}, ${two}`;
    expect(readEnv({ BETTER_AUTH_PREVIOUS_SECRETS }).previousAuthSecrets).toEqual([one, two]);
    expect(faultsOf({ BETTER_AUTH_PREVIOUS_SECRETS: `${one},` })).toContain('at least 32');
  });

  it('tells the job that migrates its database and its secrets', () => {
    expect(readMigrationEnv(production)).toEqual({
      url: production.DATABASE_URL,
      authSecrets: [production.BETTER_AUTH_SECRET],
    });
    expect(() => readMigrationEnv({ DATABASE_URL: '' })).toThrow(
      /2 faults.*\n.*DATABASE_URL: is required\n.*BETTER_AUTH_SECRET: is required/,
    );
  });

  it('signs the links in reminders with a secret of its own, required where mail is sent', () => {
    const mailing = { ...production, RESEND_API_KEY: 're_1' };
    expect(faultsOf(mailing)).toContain('JWT_SECRET: is required with RESEND_API_KEY');
    expect(faultsOf({ ...mailing, JWT_SECRET: 'short' })).toContain('JWT_SECRET: must have');
    expect(readEnv({ ...mailing, JWT_SECRET: 'y'.repeat(32) }).linkSecret).toBe('y'.repeat(32));
    expect(readEnv(production).linkSecret).toBeUndefined();
    expect(readEnv({ RESEND_API_KEY: 're_1' }).linkSecret).toBeUndefined();
  });

  it('never repeats a value', () => {
    const faulty = {
      PORT: 'hunter2',
      DATABASE_URL: 'hunter2://u:hunter2@h/d',
      BETTER_AUTH_SECRET: 'hunter2',
      JWT_SECRET: 'hunter2',
      ALLOWED_ORIGINS: 'hunter2',
      LOG_LEVEL: 'hunter2',
      DRAIN_SECONDS: 'hunter2',
    };
    expect(faultsOf(faulty)).not.toContain('hunter2');
  });

  it('requires database and secret anywhere but on a developer’s machine', () => {
    const message = faultsOf({ ENVIRONMENT: 'staging' });
    expect(message).toContain('DATABASE_URL: is required when ENVIRONMENT is staging');
    expect(message).toContain('BETTER_AUTH_SECRET: is required');
  });
});
