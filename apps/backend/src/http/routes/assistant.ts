import { Readable } from 'node:stream';
import {
  assistant,
  assistantAction,
  assistantLimits,
  conversationList,
  newChatMessage,
  wholeConversation,
} from '@todo-chatbot/shared';
import type { Assistant, ChatEvent } from '@todo-chatbot/shared';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { SessionReader } from '../../modules/accounts/account.ts';
import { AppError } from '../../modules/app-error.ts';
import type { ActionService } from '../../modules/assistant/action-service.ts';
import type { ConversationStore } from '../../modules/assistant/assistant-store.ts';
import type { ChatService } from '../../modules/assistant/chat-service.ts';
import { accountOf, registerSessionGuard } from '../session-guard.ts';

export interface AssistantRoutesPorts {
  sessions: SessionReader;
  /** Who answers. */
  answering: Assistant;
  store: ConversationStore;
  chat: ChatService;
  actions: ActionService;
}

const params = z.object({ id: z.uuid() });
const noSuch = () => new AppError('not_found', 'There is no such conversation.');

const keyOf = (request: FastifyRequest<{ Params: { id: string } }>) => ({
  ownerId: accountOf(request).id,
  id: request.params.id,
});

async function* toText(events: AsyncIterable<ChatEvent>): AsyncIterable<string> {
  for await (const event of events) yield `data: ${JSON.stringify(event)}\n\n`;
}

/** Ends when whoever asked goes away. */
function whileListening(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
}

function registerConversations(plain: FastifyInstance, { store, chat }: AssistantRoutesPorts) {
  const scope = plain.withTypeProvider<ZodTypeProvider>();

  scope.get('/', { schema: { response: { 200: conversationList } } }, async (request) => ({
    items: await store.list(accountOf(request).id, assistantLimits.conversations),
  }));

  scope.get(
    '/:id',
    { schema: { params, response: { 200: wholeConversation } } },
    async (request) => {
      const { ownerId, id } = keyOf(request);
      const found = await store.find(ownerId, id);
      if (!found) throw noSuch();
      return found;
    },
  );

  scope.delete(
    '/:id',
    { schema: { params, response: { 204: z.null() } } },
    async (request, reply) => {
      const { ownerId, id } = keyOf(request);
      if (!(await store.remove(ownerId, id))) throw noSuch();
      return reply.code(204).send(null);
    },
  );

  scope.post(
    '/:id/messages',
    { schema: { params, body: newChatMessage } },
    async (request, reply) => {
      const { ownerId, id: conversationId } = keyOf(request);
      const saying = { ...request.body, ownerId, conversationId };
      const events = await chat.say(saying, whileListening(reply));
      void reply.headers({
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      });
      const stream = Readable.from(toText(events), { objectMode: false, highWaterMark: 1 });
      // Whoever went away is no failure of ours.
      stream.on('error', () => undefined);
      return reply.send(stream);
    },
  );
}

function registerActions(plain: FastifyInstance, { actions }: AssistantRoutesPorts): void {
  const scope = plain.withTypeProvider<ZodTypeProvider>();
  const schema = { params, response: { 200: assistantAction } };
  for (const verb of ['confirm', 'decline', 'undo'] as const) {
    scope.post(`/:id/${verb}`, { schema }, async (request) => actions[verb](keyOf(request)));
  }
}

/** The assistant: conversations, and what its person says to the changes it wants. */
export function registerAssistantRoutes(
  server: FastifyInstance,
  ports: AssistantRoutesPorts,
): void {
  const routes = async (plain: FastifyInstance) => {
    registerSessionGuard(plain, ports.sessions);
    const scope = plain.withTypeProvider<ZodTypeProvider>();
    scope.get('/', { schema: { response: { 200: assistant } } }, async () => ports.answering);
    await plain.register(async (inner) => registerConversations(inner, ports), {
      prefix: '/conversations',
    });
    await plain.register(async (inner) => registerActions(inner, ports), { prefix: '/actions' });
  };
  server.register(routes, { prefix: '/api/v1/assistant' });
}
