import { newTask, taskPage } from '@todo-chatbot/shared';
import { parseQuickAdd } from '@todo-chatbot/shared/quick-add';
import { dueWords } from './due-words.ts';
import { bare, findTask } from './find-task.ts';
import { say } from './outcome.ts';
import type { Doing, Here, Rule } from './rule.ts';

const bulk = 200;

function* add({ what = '' }: Readonly<Record<string, string>>, here: Here): Doing {
  const { task } = parseQuickAdd(what.trim(), here);
  const zoned = task.dueDate ? { ...task, timeZone: task.timeZone ?? here.timeZone } : task;
  const { data: checked, error } = newTask.safeParse(zoned);
  if (!checked) return `That cannot be a task: ${error.issues[0]?.message ?? 'it is too long'}.`;
  const due = dueWords(checked, here.today);
  const answer = yield { tool: 'add_task', input: { ...zoned } };
  const added = `Added “${checked.title}”${due && `, due ${due}`}.`;
  return say(answer, added, `Confirm to add “${checked.title}”.`);
}

/** Checks a task off, or opens it again. */
const complete = (completed: boolean) =>
  function* ({ what = '' }: Readonly<Record<string, string>>): Doing {
    const found = yield* findTask(what, completed ? 'open' : 'done');
    if ('words' in found) return found.words;
    const { id, title } = found.task;
    const answer = yield { tool: 'complete_task', input: { id, completed } };
    const done = completed ? `Done: “${title}”.` : `“${title}” is open again.`;
    return say(answer, done, `Confirm, and “${title}” is changed.`);
  };

function* reschedule(
  { what = '', when = '' }: Readonly<Record<string, string>>,
  here: Here,
): Doing {
  const { task: read } = parseQuickAdd(`x ${when}`, here);
  if (!read.dueDate) return `I do not understand when “${when.trim()}” is.`;
  const found = yield* findTask(what);
  if ('words' in found) return found.words;
  const { id, title, version, dueTime: before, timeZone } = found.task;
  const dueTime = read.dueTime ?? before;
  const patch = {
    version,
    dueDate: read.dueDate,
    dueTime,
    timeZone: read.dueTime ? here.timeZone : (timeZone ?? here.timeZone),
  };
  const answer = yield { tool: 'update_task', input: { id, patch } };
  const due = dueWords({ dueDate: read.dueDate, dueTime }, here.today);
  return say(answer, `“${title}” is due ${due} now.`, `Confirm, and “${title}” is due ${due}.`);
}

function* remove({ what = '' }: Readonly<Record<string, string>>): Doing {
  const found = yield* findTask(what, 'all');
  if ('words' in found) return found.words;
  const { id, title } = found.task;
  const answer = yield { tool: 'delete_task', input: { id } };
  return say(answer, `Deleted “${title}”.`, `“${title}” goes to the trash when you confirm.`);
}

function* removeDone(): Doing {
  const listed = yield { tool: 'list_tasks', input: { status: 'done', limit: bulk } };
  const items = taskPage.safeParse(listed).data?.items ?? [];
  if (items.length === 0) return 'No task is done, so there is nothing to delete.';
  const patches = items.map(({ id, version }) => ({ id, version, deleted: true }));
  const answer = yield { tool: 'change_tasks', input: { patches } };
  const count = items.length === 1 ? 'One done task' : `${items.length} done tasks`;
  return say(answer, `${count} deleted.`, `${count}: to the trash when you confirm.`);
}

/** What changes tasks. The first pattern that fits wins. */
export const changeRules: Rule[] = [
  {
    pattern:
      /^(?:delete|remove|clear)(?: all)?(?: my| the)? (?:done|completed|finished)(?: tasks| ones)?$/i,
    act: removeDone,
  },
  { pattern: /^(?:delete|remove|throw away|get rid of) (?<what>.+)$/is, act: remove },
  {
    pattern:
      /^(?:reschedule|move|postpone|push|shift|delay|put off) (?<what>.+?) (?:to|until|till|for|on|by) (?<when>.+)$/is,
    act: reschedule,
  },
  {
    pattern: /^(?:re-?open|uncheck|un-?complete) (?<what>.+)$/is,
    act: complete(false),
  },
  {
    pattern: /^(?:complete|finish|check off|tick off|close|done:?|done with|i did) (?<what>.+)$/is,
    act: complete(true),
  },
  {
    pattern: /^(?:mark|set) (?<what>.+?) (?:as |to )?(?:done|complete|completed|finished)$/is,
    act: complete(true),
  },
  { pattern: /^(?<what>.+?) is (?:done|finished|completed)$/is, act: complete(true) },
  {
    pattern:
      /^(?:add|create|new|note|remember|remind me|i (?:need|have|want))(?: a)?(?: new)?(?: task| todo)?(?: to)?:? (?<what>.+)$/is,
    act: (named, here) => add({ what: bareStart(named['what']) }, here),
  },
];

/** A leading quotation mark and its end are not part of a title. */
const bareStart = (what = ''): string => (/^["“']/.test(what.trim()) ? bare(what) : what);
