import { priorities } from '@todo-chatbot/shared';
import type { DueView, TaskSort, TaskStatus } from '@todo-chatbot/shared';
import type { ListedTasks, Selection } from '../../../modules/tasks/task-store.ts';
import { taskOrder } from '../schema/task-order.ts';
import { taskJson, taskOf } from './task-json.ts';

const hasStatus: Record<TaskStatus, string> = {
  all: 'deleted_at is null',
  open: 'completed_at is null and deleted_at is null',
  done: 'completed_at is not null and deleted_at is null',
  trash: 'deleted_at is not null',
};

const hasDate = `${taskOrder.dueDate} < 'infinity'`;

const inView: Record<DueView, (today: () => string) => string> = {
  overdue: (today) => `${taskOrder.dueDate} < ${today()}::date`,
  today: (today) => `${taskOrder.dueDate} = ${today()}::date`,
  upcoming: (today) => `${taskOrder.dueDate} > ${today()}::date and ${hasDate}`,
  none: () => `${taskOrder.dueDate} = 'infinity'`,
};

/** What an order compares: the stored side, and how a key of a cursor becomes comparable to it. */
interface SortPart {
  stored: string;
  given: (parameter: string) => string;
}

const dueParts: SortPart[] = [
  { stored: taskOrder.dueDate, given: (key) => `coalesce(${key}::date, 'infinity'::date)` },
  { stored: taskOrder.dueTime, given: (key) => `coalesce(${key}::text, '24:00')` },
];
const id: SortPart = { stored: 'id', given: (key) => `${key}::uuid` };
const position: SortPart = { stored: 'position', given: (key) => `${key}::text` };

const orders: Record<TaskSort, { direction: 'asc' | 'desc'; parts: SortPart[] }> = {
  newest: {
    direction: 'desc',
    parts: [{ stored: 'created_at', given: (key) => `${key}::timestamptz` }, id],
  },
  manual: { direction: 'asc', parts: [position, id] },
  due: { direction: 'asc', parts: [...dueParts, position, id] },
  priority: {
    direction: 'asc',
    parts: [
      { stored: taskOrder.urgency, given: (key) => `${key}::smallint` },
      ...dueParts,
      position,
      id,
    ],
  },
  title: {
    direction: 'asc',
    parts: [
      { stored: taskOrder.title, given: (key) => `lower(${key}::text collate "und-x-icu")` },
      id,
    ],
  },
  completed: {
    direction: 'desc',
    parts: [
      {
        stored: taskOrder.completion,
        given: (key) => `coalesce(${key}::timestamptz, '-infinity'::timestamptz)`,
      },
      id,
    ],
  },
};

/** The pattern that finds a word anywhere in a text, the word taken literally. */
const containing = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

function conditions(selection: Selection, bind: (value: unknown) => string): string[] {
  const { due, dueFrom, dueTo, tags, words } = selection;
  const wanted = selection.priorities.map((name) => priorities.indexOf(name));
  return [
    ...(due ? [inView[due.view](() => bind(due.today))] : []),
    ...(dueFrom ? [`${taskOrder.dueDate} >= ${bind(dueFrom)}::date and ${hasDate}`] : []),
    ...(dueTo ? [`${taskOrder.dueDate} <= ${bind(dueTo)}::date`] : []),
    ...(wanted.length > 0 ? [`priority = any(${bind(wanted)}::smallint[])`] : []),
    ...(tags.length > 0 ? [`tags @> ${bind(tags)}::text[]`] : []),
    ...words.map(
      (word) =>
        `search_text like lower(${bind(containing(word))}::text collate "und-x-icu") collate "default"`,
    ),
  ];
}

/** A statement; with a name it is planned once per connection. */
export interface Statement {
  name?: string;
  text: string;
  values: unknown[];
}

/** Page sizes for which a list is planned once per connection. */
const plannedSizes = new Set([50, 100]);

// Between two tasks: a tab is white space to JSON, and within a text JSON writes it as \t.
const parting = ',\t';

/** A list in one row. */
export interface ListRow {
  /** Null when there are none. */
  tasks: string | null;
  count: number;
}

/**
 * Reads a page of one owner's tasks, and one more where there is one. All in a single row: each row
 * costs this process about as much as what is in it. The size is part of the text because PostgreSQL
 * plans anew, every time, for a size that it is told as a parameter.
 */
export function listStatement(ownerId: string, selection: Selection): Statement {
  const { status, sort, after, size, due } = selection;
  const { direction, parts } = orders[sort];
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;

  const owner = `user_id = ${bind(ownerId)}`;
  const filters = conditions(selection, bind);
  const isPlain = filters.length === (due ? 1 : 0);
  const stored = parts.map((part) => part.stored);
  const beyond = after
    ? [
        `(${stored.join(', ')}) ${direction === 'asc' ? '>' : '<'} ` +
          `(${parts.map(({ given }, index) => given(bind(after[index]))).join(', ')})`,
      ]
    : [];
  const text = `select string_agg(task, '${parting}') as tasks, count(*)::int as count from (
    select ${taskJson} from tasks
    where ${[owner, hasStatus[status], ...filters, ...beyond].join(' and ')}
    order by ${stored.map((key) => `${key} ${direction}`).join(', ')} limit ${size + 1}) page`;
  // Only the lists that everybody opens all day: of what one may filter by there are too many forms.
  const form = [status, sort, due?.view ?? 'any', after ? 'next' : 'first', size].join('-');
  const isPlanned = isPlain && plannedSizes.has(size);
  return { ...(isPlanned && { name: `tasks-${form}` }), text, values };
}

/** The page in what {@link listStatement} reads. */
export function listedTasks({ tasks, count }: ListRow, size: number): ListedTasks {
  const text = tasks ?? '';
  if (count <= size) return { items: text, last: undefined };
  const items = text.slice(0, text.lastIndexOf(parting));
  return { items, last: taskOf({ task: items.slice(items.lastIndexOf(parting) + 1) }) };
}
