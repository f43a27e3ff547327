import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';

const rounds = 40;
const json = { 'content-type': 'application/json', origin: 'http://localhost:3000' };

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Asks as somebody new each time: the limits are per address, and our proxy is local. */
async function ask(url: string, path: string, body: object): Promise<number> {
  const [b, c] = randomBytes(2);
  const before = performance.now();
  const answer = await fetch(`${url}/api/auth/${path}`, {
    method: 'POST',
    headers: { ...json, 'x-forwarded-for': `198.18.${b}.${c}` },
    body: JSON.stringify(body),
  });
  await answer.arrayBuffer();
  return performance.now() - before;
}

const unknown = () => `nobody-${randomBytes(8).toString('hex')}@example.org`;

/** By how many percent the median of an answer's time differs between known and unknown addresses. */
async function gap(url: string, path: string, known: string): Promise<number> {
  const times = { known: [] as number[], unknown: [] as number[] };
  // In turn, so that whatever else the machine does falls on both.
  for (let round = 0; round < rounds; round += 1) {
    const rest = { name: 'Somebody', password: 'not the password' };
    times.known.push(await ask(url, path, { ...rest, email: known }));
    times.unknown.push(await ask(url, path, { ...rest, email: unknown() }));
  }
  const expected = median(times.unknown);
  return (100 * Math.abs(median(times.known) - expected)) / expected;
}

/** What the time of an answer tells about who has an account. */
export async function discretion(url: string): Promise<Record<string, number>> {
  const email = unknown();
  await ask(url, 'sign-up/email', { name: 'Known', email, password: 'the right password' });
  return {
    'sign-up-gap': await gap(url, 'sign-up/email', email),
    'sign-in-gap': await gap(url, 'sign-in/email', email),
  };
}
