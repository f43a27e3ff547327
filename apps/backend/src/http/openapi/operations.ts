import type { TokenScope } from '@todo-chatbot/shared';

/** Who is let in: everybody, signed-in people, or also tokens that have a scope. */
export type Audience = 'everybody' | 'session' | TokenScope;

/** What the API's description says of a route beyond its schemas. */
export interface Operation {
  tag:
    | 'Tasks'
    | 'Tags'
    | 'Trash'
    | 'Account'
    | 'Tokens'
    | 'Data'
    | 'Calendar'
    | 'Events'
    | 'Assistant'
    | 'Reminders'
    | 'About';
  summary: string;
  audience: Audience;
  /** The media type of a successful answer, where it is not JSON. */
  answers?: string;
}

const read = 'tasks:read';
const write = 'tasks:write';
const session = 'session';

/** Every route of the API by its name. A route that is not here fails a test. */
export const operations: Readonly<Record<string, Operation>> = {
  'GET /api/v1/tasks': { tag: 'Tasks', audience: read, summary: 'List, filter and search tasks' },
  'POST /api/v1/tasks': {
    tag: 'Tasks',
    audience: write,
    summary: 'Create a task; repeated with the same id, answer the one that exists',
  },
  'GET /api/v1/tasks/summary': {
    tag: 'Tasks',
    audience: read,
    summary: 'Count the tasks of each view',
  },
  'POST /api/v1/tasks/bulk': {
    tag: 'Tasks',
    audience: write,
    summary: 'Change several tasks, all or none',
  },
  'GET /api/v1/tasks/:id': { tag: 'Tasks', audience: read, summary: 'Read a task' },
  'PATCH /api/v1/tasks/:id': {
    tag: 'Tasks',
    audience: write,
    summary: 'Change, complete, reopen or restore a task',
  },
  'DELETE /api/v1/tasks/:id': {
    tag: 'Tasks',
    audience: write,
    summary: 'Move a task to the trash',
  },
  'POST /api/v1/tasks/:id/move': {
    tag: 'Tasks',
    audience: write,
    summary: 'Give a task another place in the manual order',
  },
  'DELETE /api/v1/trash': { tag: 'Trash', audience: write, summary: 'Empty the trash' },
  'DELETE /api/v1/trash/:id': {
    tag: 'Trash',
    audience: write,
    summary: 'Delete a task of the trash for good',
  },
  'GET /api/v1/tags': { tag: 'Tags', audience: read, summary: 'List the tags in use' },
  'PATCH /api/v1/tags/:name': { tag: 'Tags', audience: write, summary: 'Rename a tag' },
  'DELETE /api/v1/tags/:name': {
    tag: 'Tags',
    audience: write,
    summary: 'Take a tag off every task',
  },
  'GET /api/v1/account': { tag: 'Account', audience: session, summary: 'Read one’s account' },
  'PATCH /api/v1/account': { tag: 'Account', audience: session, summary: 'Change one’s account' },
  'POST /api/v1/account/deletion': {
    tag: 'Account',
    audience: session,
    summary: 'Delete one’s account and all it owns',
  },
  'GET /api/v1/account/tokens': { tag: 'Tokens', audience: session, summary: 'List API tokens' },
  'POST /api/v1/account/tokens': {
    tag: 'Tokens',
    audience: session,
    summary: 'Make an API token; its secret is told this once',
  },
  'DELETE /api/v1/account/tokens/:id': {
    tag: 'Tokens',
    audience: session,
    summary: 'Revoke an API token',
  },
  'GET /api/v1/account/connected-apps': {
    tag: 'Tokens',
    audience: session,
    summary: 'List the programs that were let in',
  },
  'DELETE /api/v1/account/connected-apps/:id': {
    tag: 'Tokens',
    audience: session,
    summary: 'Shut a program out, with all its tokens',
  },
  'GET /api/v1/account/export': { tag: 'Data', audience: session, summary: 'Export all tasks' },
  'POST /api/v1/account/import': { tag: 'Data', audience: session, summary: 'Import an export' },
  'GET /api/v1/account/calendar-feed': {
    tag: 'Calendar',
    audience: session,
    summary: 'Tell whether the calendar feed is on',
  },
  'POST /api/v1/account/calendar-feed': {
    tag: 'Calendar',
    audience: session,
    summary: 'Switch the calendar feed on, or give it a new address',
  },
  'DELETE /api/v1/account/calendar-feed': {
    tag: 'Calendar',
    audience: session,
    summary: 'Switch the calendar feed off',
  },
  'GET /api/v1/calendar/:secret.ics': {
    tag: 'Calendar',
    audience: 'everybody',
    summary: 'Read the calendar feed; its secret address is the key',
    answers: 'text/calendar',
  },
  'GET /api/v1/events': {
    tag: 'Events',
    audience: read,
    summary: 'Follow what changes, as server-sent events',
    answers: 'text/event-stream',
  },
  'GET /api/v1/features': {
    tag: 'About',
    audience: 'everybody',
    summary: 'What this installation can do',
  },
  'GET /api/v1/openapi.json': {
    tag: 'About',
    audience: 'everybody',
    summary: 'This description of the API',
  },
  'GET /api/v1/assistant': {
    tag: 'Assistant',
    audience: session,
    summary: 'Tell who answers: a language model, or the built-in rules',
  },
  'GET /api/v1/assistant/conversations': {
    tag: 'Assistant',
    audience: session,
    summary: 'List the newest conversations',
  },
  'GET /api/v1/assistant/conversations/:id': {
    tag: 'Assistant',
    audience: session,
    summary: 'Read a conversation',
  },
  'DELETE /api/v1/assistant/conversations/:id': {
    tag: 'Assistant',
    audience: session,
    summary: 'Delete a conversation; what it changed stays',
  },
  'POST /api/v1/assistant/conversations/:id/messages': {
    tag: 'Assistant',
    audience: session,
    summary: 'Say something; the answer is streamed, and ends with the request',
    answers: 'text/event-stream',
  },
  'POST /api/v1/assistant/actions/:id/confirm': {
    tag: 'Assistant',
    audience: session,
    summary: 'Make a proposed change, exactly as it was proposed, once',
  },
  'POST /api/v1/assistant/actions/:id/decline': {
    tag: 'Assistant',
    audience: session,
    summary: 'Turn a proposed change down',
  },
  'POST /api/v1/assistant/actions/:id/undo': {
    tag: 'Assistant',
    audience: session,
    summary: 'Take back a change, unless its tasks were changed since',
  },
  'GET /api/v1/reminders': {
    tag: 'Reminders',
    audience: session,
    summary: 'List the newest told reminders, and count the unread ones',
  },
  'POST /api/v1/reminders/read': {
    tag: 'Reminders',
    audience: session,
    summary: 'Mark reminders as read, or all that were told so far',
  },
  'POST /api/v1/reminders/:id/complete': {
    tag: 'Reminders',
    audience: session,
    summary: 'Complete the task of a reminder, unless it was closed or rescheduled since',
  },
  'POST /api/v1/reminders/:id/snooze': {
    tag: 'Reminders',
    audience: session,
    summary: 'Be reminded once more, at a moment of one’s choice',
  },
  'GET /api/v1/account/reminders': {
    tag: 'Reminders',
    audience: session,
    summary: 'Tell whether reminders also come by mail, and what keeps them from it',
  },
  'PATCH /api/v1/account/reminders': {
    tag: 'Reminders',
    audience: session,
    summary: 'Switch reminders by mail on or off',
  },
  'GET /api/v1/reminder-links/:token': {
    tag: 'Reminders',
    audience: 'everybody',
    summary: 'Tell what a link in a reminder’s mail does; its token is the key',
  },
  'POST /api/v1/reminder-links/:token': {
    tag: 'Reminders',
    audience: 'everybody',
    summary: 'Do what a link in a reminder’s mail says, the one click to end the mail included',
  },
};
