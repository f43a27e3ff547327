/**
 * `npm run demo`: fills an account of the running app with a lively example, or puts it right
 * again. BASE_URL, DEMO_EMAIL and DEMO_PASSWORD say where and for whom.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownZone } from '@todo-chatbot/shared/dates';
import { fillWithDemo } from './fill.ts';
import { openSession } from './session.ts';

const usualPlaces = ['http://localhost:8080', 'http://localhost:3000'];
const kept = join(import.meta.dirname, '../../../../.data');

const answers = (origin: string) =>
  fetch(`${origin}/api/v1/features`, { signal: AbortSignal.timeout(3_000) }).then(
    ({ ok }) => ok,
    () => false,
  );

async function runningApp(): Promise<string> {
  const { BASE_URL } = process.env;
  const places = BASE_URL ? [new URL(BASE_URL).origin] : usualPlaces;
  for (const place of places) if (await answers(place)) return place;
  throw new Error(
    `The app does not answer at ${places.join(' or ')}. Start it (npm start, or npm run dev), or set BASE_URL.`,
  );
}

/** The password of an earlier run, or a new one; kept for the next run, readable by its owner only. */
function keptPassword(origin: string, email: string): string {
  const name = `demo-${Buffer.from(`${origin} ${email}`).toString('base64url')}`;
  const file = join(kept, name);
  mkdirSync(kept, { recursive: true });
  try {
    writeFileSync(file, randomBytes(12).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}

try {
  const origin = await runningApp();
  const email = process.env.DEMO_EMAIL || 'demo@example.org';
  const given = process.env.DEMO_PASSWORD;
  const password = given || keptPassword(origin, email);
  const session = await openSession(origin, { name: 'Maya Lindqvist', email, password });
  const count = await fillWithDemo(session.send, session.owner, ownZone());
  const told = session.isNew && !given ? `\n  password ${password}` : '';
  process.stdout.write(`${count} tasks at ${origin}/app\n  account  ${email}${told}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
