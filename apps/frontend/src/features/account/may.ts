import type { TokenScope } from '@todo-chatbot/shared';

/** What somebody with these scopes may do, in words. */
export function may(scopes: readonly TokenScope[]): string {
  if (!scopes.includes('tasks:write')) return 'Reads';
  return scopes.includes('tasks:read') ? 'Reads and writes' : 'Writes';
}
