import { randomUUID } from 'node:crypto';
import { startModelServer } from '../src/testing/model-server.ts';
import type { Backend } from './backend.ts';
import type { Headers } from './people.ts';

const questions = 40;
/** Conversations and event streams that are open at once, each. */
const open = 100;
const megabyte = 1024 * 1024;

const ask = (url: string, headers: Headers, text: string) =>
  fetch(`${url}/api/v1/assistant/conversations/${randomUUID()}/messages`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ id: randomUUID(), text, timeZone: 'Europe/Berlin' }),
  });

/** Reads an answer up to a word, and leaves the rest open. */
async function readUntil(answer: Response, word: string) {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!answer.ok || !reader) throw new Error(`The answer was ${answer.status}.`);
  let heard = '';
  while (!heard.includes(word)) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`The answer ended without ${word}: ${heard}`);
    heard += value;
  }
  return reader;
}

/** Milliseconds from the question to the first words of the answer. */
async function firstWord(url: string, headers: Headers): Promise<number> {
  const began = performance.now();
  const reader = await readUntil(await ask(url, headers, 'what is due today'), '"type":"text"');
  const taken = performance.now() - began;
  while (!(await reader.read()).done);
  return taken;
}

/** How soon the built-in assistant begins to answer. */
export async function firstWords({ url }: Backend, people: Headers[]) {
  const times: number[] = [];
  for (let n = 0; n < questions; n += 1) {
    times.push(await firstWord(url, people[n % people.length] as Headers));
  }
  // The first one also loads what an answer takes.
  const [cold = NaN, ...warm] = times;
  const sorted = warm.toSorted((one, other) => one - other);
  return {
    'assistant-first-ever': cold,
    'assistant-first-word': sorted[Math.floor(sorted.length * 0.95)] ?? NaN,
  };
}

/** A model that says something and then waits, for answers that stay open. */
export async function waitingModel() {
  const model = await startModelServer();
  model.play({ sayAndWait: 'Let me think about this for a while' });
  const env = { OPENAI_API_KEY: 'of the measurement', OPENAI_BASE_URL: model.url };
  return { env, close: () => model.close() };
}

/** What a process needs that has many streams open. */
export async function manyStreams({ url, memory }: Backend, people: Headers[]) {
  const gone = new AbortController();
  const listeners = people.slice(0, open).map(async (headers) => {
    const answer = await fetch(`${url}/api/v1/events`, { headers, signal: gone.signal });
    return readUntil(answer, 'retry');
  });
  const chats = people
    .slice(0, open)
    .map(async (headers) => readUntil(await ask(url, headers, 'Tell me something'), 'while'));
  // Held, so that they stay open.
  const held = await Promise.all([...listeners, ...chats]);
  const used = memory() / megabyte;
  gone.abort();
  await Promise.allSettled(held.map((reader) => reader.cancel()));
  return { 'streams-memory': used };
}
