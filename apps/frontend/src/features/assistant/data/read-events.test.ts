import type { ChatEvent } from '@todo-chatbot/shared';
import { expect, it } from 'vitest';
import { readEvents } from './read-events';

const id = '0c5d7bd6-5b5e-4c3e-9d43-0a5a6f6f9b11';
const text = `data: {"type":"start","messageId":"${id}"}\n\ndata: {"type":"text","text":"Größe"}\n\n`;

async function all(body: ReadableStream<Uint8Array>): Promise<ChatEvent[]> {
  const events: ChatEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

const bodyOf = (bytes: Uint8Array, size: number) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) {
        controller.enqueue(bytes.slice(at, at + size));
      }
      controller.close();
    },
  });

it.each([1, 3, 7, 1_000])('events are read whole from pieces of %d bytes', async (size) => {
  const events = await all(bodyOf(new TextEncoder().encode(text), size));
  expect(events).toEqual([
    { type: 'start', messageId: id },
    { type: 'text', text: 'Größe' },
  ]);
});

it('what is no event of the contract is not believed', async () => {
  const bytes = new TextEncoder().encode('data: {"type":"script"}\n\n');
  await expect(all(bodyOf(bytes, 10))).rejects.toThrow();
});
