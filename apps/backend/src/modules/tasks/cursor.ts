import { hash } from 'node:crypto';
import type { Task, TaskListQuery } from '@todo-chatbot/shared';
import { z } from 'zod';
import { AppError } from '../app-error.ts';
import { remember } from '../remember.ts';
import { sortKeys } from './sort-keys.ts';
import type { SortKeys } from './task-store.ts';

const cursorForm = z.tuple([z.string(), z.array(z.union([z.string(), z.number(), z.null()]))]);

const shortHash = remember((text) => hash('sha256', text, 'base64url').slice(0, 8));

/** Tells queries apart, whatever page of theirs is asked for. */
const markOf = (query: TaskListQuery) =>
  shortHash(JSON.stringify({ ...query, cursor: undefined, limit: undefined }));

function refused(message: string): AppError {
  return new AppError('invalid_request', 'The cursor is not one that this list gave out.', {
    faults: [{ field: 'cursor', message }],
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Makes the opaque text by which a client asks for what follows a task in a list. */
export function encodeCursor(query: TaskListQuery, last: Task): string {
  const keys = [...sortKeys[query.sort].of(last), last.id];
  return Buffer.from(JSON.stringify([markOf(query), keys])).toString('base64url');
}

/** Reads the cursor of a query; one that this server did not make for this query is refused. */
export function decodeCursor(query: TaskListQuery): SortKeys | undefined {
  if (query.cursor === undefined) return undefined;
  const text = Buffer.from(query.cursor, 'base64url').toString();
  const cursor = cursorForm.safeParse(readJson(text));
  if (!cursor.success) throw refused('take nextCursor of the page before, unchanged');
  const [mark, keys] = cursor.data;
  const known = sortKeys[query.sort].schema.safeParse(keys);
  if (mark !== markOf(query) || !known.success) {
    throw refused('belongs to another query; begin again without it');
  }
  return known.data;
}
