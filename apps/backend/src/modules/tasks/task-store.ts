import type {
  DueView,
  NewTask,
  Priority,
  Tag,
  Task,
  TaskSort,
  TaskStatus,
  TaskSummary,
} from '@todo-chatbot/shared';

/** Who may see a task, and which one. */
export interface TaskKey {
  ownerId: string;
  id: string;
}

/** What a list's rows are compared by, as a task shows it; the id comes last. */
export type SortKeys = (string | number | null)[];

/** Which of a person's tasks to read, in which order, after which place in it. */
export interface Selection {
  status: TaskStatus;
  sort: TaskSort;
  due?: { view: DueView; today: string } | undefined;
  dueFrom?: string | undefined;
  dueTo?: string | undefined;
  priorities: Priority[];
  tags: string[];
  words: string[];
  after?: SortKeys | undefined;
  /** How many at most. */
  size: number;
}

/** A page of tasks. */
export interface ListedTasks {
  /** The tasks in the form of the contract, parted by commas: JSON text, to be passed on unread. */
  items: string;
  /** The last of them, where more follow. */
  last: Task | undefined;
}

/** A task to be, as its owner decided, and since when it is there. */
export interface TaskDraft extends Omit<NewTask, 'id'> {
  id: string;
  createdAt: Date;
}

/** The next occurrence of a completed task, in its place of the manual order. */
export interface NextDraft extends TaskDraft {
  previousId: string;
  position: string;
}

/** What a change makes of some tasks. */
export interface ChangeSet {
  /** The tasks as they become; their version is still the one before. */
  tasks: Task[];
  next: NextDraft[];
  /** Tasks whose next occurrence is taken back, unless it was touched since. */
  reopened: string[];
}

/** What came of a change. */
export interface Changed {
  /** In the order of the change set. */
  tasks: Task[];
  next: Task[];
  removed: string[];
}

/** A task on its way to a new place in the manual order. */
export interface Move extends TaskKey {
  version: number;
  /** The task that will be right before it; null puts it first. */
  after: string | null;
  now: Date;
  /** Makes a place between two others, null for the ends. */
  between: (before: string | null, after: string | null) => string;
}

/** Where tasks are kept. Every call is bound to one owner, so nobody reaches another's tasks. */
export interface TaskStore {
  list(ownerId: string, selection: Selection): Promise<ListedTasks>;
  find(key: TaskKey): Promise<Task | undefined>;
  /** Undefined when the id is another owner's; a task that is there already stays as it is. */
  insert(ownerId: string, draft: TaskDraft): Promise<{ task: Task; isNew: boolean } | undefined>;
  /**
   * Reads tasks, lets `decide` say what becomes of them, and writes that: all or nothing, with
   * nobody changing them in between. What `decide` throws undoes and ends it.
   */
  change(
    ownerId: string,
    ids: string[],
    decide: (current: Map<string, Task>) => ChangeSet,
  ): Promise<Changed>;
  /** Moves a task to the trash, where it may be already; answers whether there is such a task. */
  discard(key: TaskKey, now: Date): Promise<boolean>;
  /** Deletes for good what is in the trash, one task or all; answers how many. */
  erase(ownerId: string, id?: string): Promise<number>;
  /**
   * Deletes for good what went to the trash before that moment, `limit` tasks at most. Answers how
   * many; 0 also when another process is at it.
   */
  purge(before: Date, limit: number): Promise<number>;
  /** Undefined when the task has another version, or is not there to be moved. */
  move(move: Move): Promise<Task | 'no such neighbour' | undefined>;
  summary(ownerId: string, today: string): Promise<TaskSummary>;
  tags(ownerId: string): Promise<Tag[]>;
  /** Puts `to` in the place of a tag, or nothing; answers how many tasks changed. */
  replaceTag(ownerId: string, tag: { from: string; to?: string; now: Date }): Promise<number>;
}
