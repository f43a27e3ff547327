import { taskId } from '@todo-chatbot/shared';
import { AppError } from '../app-error.ts';
import type { Position } from './task-store.ts';

/** Makes the opaque text by which a client asks for the next page. */
export function encodeCursor({ createdAt, id }: Position): string {
  return Buffer.from(`${createdAt.getTime()}.${id}`).toString('base64url');
}

/** Reads a cursor back; one that this server did not make is refused. */
export function decodeCursor(cursor: string): Position {
  const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split('.');
  // Fourteen digits end in the year 5138; PostgreSQL reads no year of more than four.
  const createdAt = new Date(/^\d{1,14}$/.test(time) ? Number(time) : NaN);
  if (Number.isNaN(createdAt.getTime()) || !taskId.safeParse(id).success) {
    throw new AppError('invalid_request', 'The cursor is not one that this list gave out.', {
      faults: [{ field: 'cursor', message: 'take nextCursor of the page before, unchanged' }],
    });
  }
  return { createdAt, id };
}
