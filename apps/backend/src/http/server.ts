import type { Features } from '@todo-chatbot/shared';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { boundArrival, longestArrivalMs, refuseUnread } from './arrival.ts';
import { putAnswerHeaders, registerAnswerHeaders } from './answer-headers.ts';
import { registerChangeSource } from './change-source.ts';
import { registerErrorHandler } from './error-handler.ts';
import { registerConnectionEnds } from './connection-ends.ts';
import type { Classify } from './error-handler.ts';
import type { LogOptions } from './logging.ts';
import { logSettings, registerRequestLog, requestId } from './logging.ts';
import { registerOriginGuard } from './origin-guard.ts';
import { registerRateLimit } from './rate-limit.ts';
import type { RateLimitOptions } from './rate-limit.ts';
import { registerRouteList } from './route-list.ts';
import { registerAccountRoutes } from './routes/account.ts';
import type { AccountRoutesPorts } from './routes/account.ts';
import { registerAssistantRoutes } from './routes/assistant.ts';
import type { AssistantRoutesPorts } from './routes/assistant.ts';
import { registerAuthRoutes } from './routes/auth.ts';
import type { AuthRoutesPorts } from './routes/auth.ts';
import { registerCalendarRoutes } from './routes/calendar-feed.ts';
import type { CalendarRoutesPorts } from './routes/calendar-feed.ts';
import { registerConnectedAppRoutes } from './routes/connected-apps.ts';
import type { ConnectedAppRoutesPorts } from './routes/connected-apps.ts';
import { registerFeatureRoutes } from './routes/features.ts';
import { registerEventRoutes } from './routes/events.ts';
import type { EventRoutesPorts } from './routes/events.ts';
import { registerMcpRoutes } from './routes/mcp.ts';
import type { McpRoutesPorts } from './routes/mcp.ts';
import { registerOpenApiRoute } from './routes/openapi.ts';
import { registerProbes } from './routes/probes.ts';
import type { Unreadiness } from './routes/probes.ts';
import { registerReminderLinkRoutes } from './routes/reminder-links.ts';
import type { ReminderLinkRoutesPorts } from './routes/reminder-links.ts';
import { registerReminderRoutes } from './routes/reminders.ts';
import type { ReminderRoutesPorts } from './routes/reminders.ts';
import { registerTaskRoutes } from './routes/tasks.ts';
import type { TaskRoutesPorts } from './routes/tasks.ts';
import { registerTokenRoutes } from './routes/tokens.ts';
import type { TokenRoutesPorts } from './routes/tokens.ts';
import { registerTagRoutes } from './routes/tags.ts';
import { registerTrashRoutes } from './routes/trash.ts';
import { endUnusedConnections } from './unused-connections.ts';
import { registerTransferRoutes } from './routes/transfer.ts';
import type { TransferRoutesPorts } from './routes/transfer.ts';
import { sendProblem } from './problem.ts';

export interface ServerOptions {
  log: LogOptions;
  trustedOrigins: string[];
  classify: Classify;
  isDraining: () => boolean;
  unreadiness: Unreadiness;
  auth: AuthRoutesPorts;
  tasks: TaskRoutesPorts;
  account: AccountRoutesPorts;
  tokens: TokenRoutesPorts;
  connectedApps: ConnectedAppRoutesPorts;
  calendar: CalendarRoutesPorts;
  transfer: TransferRoutesPorts;
  features: Features;
  events: EventRoutesPorts;
  mcp: McpRoutesPorts;
  assistant: AssistantRoutesPorts;
  reminders: ReminderRoutesPorts;
  reminderLinks: ReminderLinkRoutesPorts;
  requests: RateLimitOptions;
  /** Milliseconds in which a request has to arrive. */
  arrivalMs?: number | undefined;
}

// Notes of 10,000 characters, each escaped to six bytes, and room for the rest.
const bodyLimit = 128 * 1024;

// Given at the beginning: Fastify loads compilers of its own where it is given none. Its types know
// them by those alone.
const compilersFactory = {
  buildValidator: () => validatorCompiler,
  buildSerializer: () => serializerCompiler,
} as unknown as NonNullable<FastifyServerOptions['schemaController']>['compilersFactory'];

/** Builds the HTTP door. Nothing listens until told to. */
export function createServer(options: ServerOptions): FastifyInstance {
  const arrival = boundArrival(options.arrivalMs ?? longestArrivalMs);
  const server = Fastify({
    ...logSettings(options.log),
    requestTimeout: arrival.requestTimeout,
    http: arrival,
    clientErrorHandler: refuseUnread,
    genReqId: requestId,
    bodyLimit,
    schemaController: { compilersFactory },
    // Requests that reach a closing process on an open connection are still answered.
    return503OnClosing: false,
    frameworkErrors: (_error, request, reply) => {
      putAnswerHeaders(request, reply);
      sendProblem(reply, { code: 'invalid_request', detail: 'The address cannot be read.' });
    },
  });
  // The only simple type that Fastify reads by itself; a form on any page could send it.
  server.removeContentTypeParser('text/plain');
  const endUnused = endUnusedConnections(server.server);
  server.addHook('preClose', async () => endUnused());
  registerRouteList(server);
  registerErrorHandler(server, options.classify);
  registerRequestLog(server);
  registerAnswerHeaders(server);
  registerConnectionEnds(server, options.isDraining);
  registerOriginGuard(server, options.trustedOrigins);
  registerChangeSource(server);
  registerRateLimit(server, options.requests);

  registerProbes(server, options.unreadiness);
  registerAuthRoutes(server, options.auth);
  registerTaskRoutes(server, options.tasks);
  registerAccountRoutes(server, options.account);
  registerTokenRoutes(server, options.tokens);
  registerConnectedAppRoutes(server, options.connectedApps);
  registerCalendarRoutes(server, options.calendar);
  registerTransferRoutes(server, options.transfer);
  registerFeatureRoutes(server, options.features);
  registerTrashRoutes(server, options.tasks);
  registerTagRoutes(server, options.tasks);
  registerEventRoutes(server, options.events);
  registerMcpRoutes(server, options.mcp);
  registerAssistantRoutes(server, options.assistant);
  registerReminderRoutes(server, options.reminders);
  registerReminderLinkRoutes(server, options.reminderLinks);
  registerOpenApiRoute(server);
  return server;
}
