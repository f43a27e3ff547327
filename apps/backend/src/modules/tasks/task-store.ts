import type { Task, TaskStatus } from '@todo-chatbot/shared';

/** A place in a list, newest first: everything after the task with this moment and id. */
export interface Position {
  createdAt: Date;
  id: string;
}

/** Which part of a person's tasks to read. */
export interface Selection {
  status: TaskStatus;
  after: Position | undefined;
  limit: number;
}

/** What a person decides about a task. */
export interface TaskContent {
  title: string;
  notes: string;
  completedAt: Date | null;
}

/** Who may see a task, and which one. */
export interface TaskKey {
  ownerId: string;
  id: string;
}

/** Where tasks are kept. Every call is bound to one owner, so nobody reaches another's tasks. */
export interface TaskStore {
  list(ownerId: string, selection: Selection): Promise<Task[]>;
  find(key: TaskKey): Promise<Task | undefined>;
  insert(key: TaskKey, content: TaskContent & { createdAt: Date }): Promise<Task>;
  /** Writes only while the stored version is `version`; else answers undefined. */
  update(
    key: TaskKey & { version: number },
    content: TaskContent & { updatedAt: Date },
  ): Promise<Task | undefined>;
  /** Answers whether there was such a task. */
  remove(key: TaskKey): Promise<boolean>;
}
