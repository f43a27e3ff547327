import type { AssistantAction } from '@todo-chatbot/shared';

/** What a change does: as a request, and as what was done. */
interface Verb {
  wants: string;
  did: string;
}

const verbs: Record<string, Verb> = {
  add_task: { wants: 'Add', did: 'Added' },
  update_task: { wants: 'Change', did: 'Changed' },
  complete_task: { wants: 'Complete', did: 'Completed' },
  delete_task: { wants: 'Delete', did: 'Deleted' },
  restore_task: { wants: 'Restore', did: 'Restored' },
  change_tasks: { wants: 'Change', did: 'Changed' },
};
const reopen: Verb = { wants: 'Reopen', did: 'Reopened' };

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The changes to single tasks in a change. */
const patchesOf = ({ tool, input }: AssistantAction): Fields[] => {
  if (tool === 'change_tasks' && Array.isArray(input['patches'])) {
    return input['patches'].filter(isFields);
  }
  if (tool === 'update_task' && isFields(input['patch'])) return [input['patch']];
  return tool === 'add_task' ? [input] : [];
};

function verbOf(action: AssistantAction): Verb {
  const { tool, input } = action;
  const fallback = { wants: `Use ${tool}`, did: `Used ${tool}` };
  if (tool === 'complete_task' && input['completed'] === false) return reopen;
  if (tool !== 'change_tasks') return verbs[tool] ?? fallback;
  const patches = patchesOf(action);
  const all = (field: string) => patches.every((patch) => patch[field] === true);
  if (all('deleted')) return verbs['delete_task'] ?? fallback;
  return (all('completed') ? verbs['complete_task'] : verbs[tool]) ?? fallback;
}

/** `Delete “Old letter”`, or `Deleted 3 tasks`. */
export function headingOf(action: AssistantAction): string {
  const { wants, did } = verbOf(action);
  const verb = action.state === 'done' ? did : wants;
  const { tasks, count, input } = action;
  const title = tasks[0]?.title ?? input['title'];
  if (count > 1) return `${verb} ${count} tasks`;
  return typeof title === 'string' ? `${verb} “${title}”` : verb;
}

const names: Record<string, string> = {
  title: 'Title',
  notes: 'Notes',
  priority: 'Priority',
  stage: 'Stage',
  tags: 'Tags',
  subtasks: 'Steps',
  reminders: 'Reminders',
  dueDate: 'Due',
  dueTime: 'Time',
  recurrence: 'Repeats',
  completed: 'Done',
  deleted: 'In the trash',
};

const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

function inWords(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return dayInWords(value);
  if (value === null) return 'none';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) {
    return value
      .map((one) => (isFields(one) ? String(one['title'] ?? '') : String(one)))
      .join(', ');
  }
  return isFields(value) ? 'changed' : String(value);
}

/** A day of the calendar; what only looks like one stays as it is. */
function dayInWords(text: string): string {
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? text : day.format(moment);
}

const longest = 200;

/** What a change makes of its tasks, a line for each field: what one confirms is to be seen. */
export function detailsOf(action: AssistantAction): string[] {
  const [first, ...others] = patchesOf(action);
  if (!first) return [];
  const alike = others.every(
    (patch) => inWords(Object.keys(patch).sort()) === inWords(Object.keys(first).sort()),
  );
  return Object.entries(names).flatMap(([field, name]) => {
    if (first[field] === undefined) return [];
    if (action.tool === 'add_task' && field === 'title') return [];
    if (verbOf(action) !== verbs[action.tool] && ['deleted', 'completed'].includes(field))
      return [];
    const each = others.length > 0 && others.some((patch) => patch[field] !== first[field]);
    const words = each || !alike ? 'different for each' : inWords(first[field]);
    return [`${name}: ${words.length > longest ? `${words.slice(0, longest)}…` : words}`];
  });
}
