import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the model does when it is asked next. */
export type Turn =
  | { say: string }
  | { call: string; input: unknown }
  /** Says this and then nothing more, until it is left. */
  | { sayAndWait: string }
  | { status: number; body?: string }
  /** Sends this and ends. */
  | { raw: string }
  /** Talks until it is left. */
  | { endless: string };

interface Asked {
  messages: { role: string; content: unknown }[];
  tools?: { function: { name: string } }[];
  model: string;
}

/** A server that speaks OpenAI's chat completions and says what it was told to. */
export interface ModelServer {
  url: string;
  asked: Asked[];
  keys: (string | undefined)[];
  /** How many answers were left by whoever asked before their end. */
  left: number;
  /** What it does from now on, one turn per request; the last one goes on for ever. */
  play(...turns: Turn[]): void;
  close(): Promise<void>;
}

const chunk = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'test',
    choices: [{ index: 0, delta, finish_reason: finish }],
  })}\n\n`;

const usage = `data: ${JSON.stringify({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'test',
  choices: [],
  usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
})}\n\n`;

const words = (text: string) => text.match(/\S+\s*/g) ?? [text];

function play(turn: Turn, response: ServerResponse): void {
  if ('status' in turn) {
    response.writeHead(turn.status, { 'content-type': 'application/json' });
    response.end(turn.body ?? JSON.stringify({ error: { message: 'sk-secret at 10.0.0.1' } }));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  if ('raw' in turn) return void response.end(turn.raw);
  if ('endless' in turn) {
    const talk = setInterval(() => response.write(chunk({ content: turn.endless })), 1);
    response.once('close', () => clearInterval(talk));
    return;
  }
  if ('call' in turn) {
    const { call: name, input } = turn;
    const text = typeof input === 'string' ? input : JSON.stringify(input);
    const call = { index: 0, id: `call-${name}`, type: 'function' };
    response.write(chunk({ tool_calls: [{ ...call, function: { name, arguments: text } }] }));
    response.write(chunk({}, 'tool_calls'));
  } else {
    const text = 'say' in turn ? turn.say : turn.sayAndWait;
    for (const word of words(text)) response.write(chunk({ content: word }));
    if ('sayAndWait' in turn) return;
    response.write(chunk({}, 'stop'));
  }
  response.end(`${usage}data: [DONE]\n\n`);
}

async function bodyOf(request: IncomingMessage): Promise<Asked> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return JSON.parse(text) as Asked;
}

export async function startModelServer(): Promise<ModelServer> {
  let script: Turn[] = [];
  const server = createServer(async (request, response) => {
    model.asked.push(await bodyOf(request));
    model.keys.push(request.headers.authorization);
    response.once('close', () => (model.left += response.writableFinished ? 0 : 1));
    const turn = script.length > 1 ? script.shift() : script[0];
    play(turn ?? { status: 500 }, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const model: ModelServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked: [],
    keys: [],
    left: 0,
    play: (...turns) => void (script = turns),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return model;
}
