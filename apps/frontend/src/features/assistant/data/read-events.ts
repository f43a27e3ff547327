import { chatEvent, type ChatEvent } from '@todo-chatbot/shared';

/** Reads the events of an answer as they come. Throws when they stop before the end. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ChatEvent> {
  let rest = '';
  for await (const piece of pieces(body)) {
    const events = (rest + piece).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) yield chatEvent.parse(JSON.parse(event.replace(/^data: /, '')));
  }
}

// Not every browser lets a stream be walked through by itself.
async function* pieces(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield decoder.decode(value, { stream: true });
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
