import { taskPage, taskSummary } from '@todo-chatbot/shared';
import type { Task } from '@todo-chatbot/shared';
import { addDays } from '@todo-chatbot/shared/dates';
import { parseQuickAdd } from '@todo-chatbot/shared/quick-add';
import { dayWords, dueWords } from './due-words.ts';
import { bare } from './find-task.ts';
import type { Call, Doing, Here, Rule } from './rule.ts';

const shown = 20;
const asked = 50;

function lineOf(task: Task, today: string): string {
  const due = dueWords(task, today);
  const tags = task.tags.map((tag) => `#${tag}`).join(' ');
  return [`• ${task.title}`, due && `(${due})`, tags].filter(Boolean).join(' ');
}

function* read(input: Record<string, unknown>): Generator<Call, Task[] | undefined> {
  const answer = yield { tool: 'list_tasks', input: { limit: asked, ...input } };
  return taskPage.safeParse(answer).data?.items;
}

const failed = 'Your tasks cannot be read right now. Try again in a moment.';

interface Told {
  heading: string;
  /** Said when there is nothing. */
  none: string;
}

function told(items: Task[] | undefined, { today }: Here, words: Told): string {
  const { heading, none } = words;
  if (!items) return failed;
  if (items.length === 0) return none;
  const more = items.length > shown ? [`… and ${items.length - shown} more.`] : [];
  const lines = items.slice(0, shown).map((task) => lineOf(task, today));
  return [
    `${heading} (${items.length === asked ? `${asked} or more` : items.length}):`,
    ...lines,
    ...more,
  ].join('\n');
}

/** The days that words mean, as a filter of the list. */
function daysOf(words: string, here: Here): { filter: object; name: string } | undefined {
  const { today } = here;
  if (/overdue|late/i.test(words)) return { filter: { due: 'overdue', today }, name: 'Overdue' };
  if (/week/i.test(words)) {
    return { filter: { dueFrom: today, dueTo: addDays(today, 6) }, name: 'The next seven days' };
  }
  const day = parseQuickAdd(`x ${words}`, here).task.dueDate;
  if (!day) return undefined;
  const name = dayWords(day, today);
  return { filter: { dueFrom: day, dueTo: day }, name: name[0]?.toUpperCase() + name.slice(1) };
}

function* list({ what = '' }: Readonly<Record<string, string>>, here: Here): Doing {
  const tags = [...what.matchAll(/#([\p{L}\p{N}_-]+)/gu)].map(([, tag]) => tag);
  const [priority] = /\b(?:high|medium|low)\b/i.exec(what) ?? [];
  const days = daysOf(what.replace(/#\S+/g, ''), here);
  const status = /\b(?:done|completed|finished)\b/i.test(what) ? 'done' : 'open';
  const filter = {
    status,
    ...days?.filter,
    ...(tags.length > 0 && { tag: tags }),
    ...(priority && { priority: [priority.toLowerCase()] }),
  };
  const name = days?.name ?? (status === 'done' ? 'Done' : 'To do');
  const marks = [priority && `${priority.toLowerCase()} priority`, ...tags.map((tag) => `#${tag}`)];
  const heading = [name, ...marks.filter(Boolean)].join(', ');
  return told(yield* read(filter), here, { heading, none: `${heading}: nothing there.` });
}

function* search({ what = '' }: Readonly<Record<string, string>>, here: Here): Doing {
  const q = bare(what).slice(0, 200);
  if (!q) return 'What shall I look for?';
  const items = yield* read({ q, status: 'all' });
  return told(items, here, {
    heading: `With “${q}”`,
    none: `Nothing with “${q}” is in your tasks.`,
  });
}

function* week(_named: unknown, here: Here): Doing {
  const { today } = here;
  const counted = yield { tool: 'count_tasks', input: { today } };
  const { data: counts } = taskSummary.safeParse(counted);
  const items = yield* read({ status: 'open', dueFrom: today, dueTo: addDays(today, 6) });
  if (!counts || !items) return failed;
  const perDay = Map.groupBy(items, ({ dueDate }) => dueDate ?? today);
  const days = [...perDay].map(([day, tasks]) => {
    const titles = tasks.slice(0, 5).map(({ title }) => title);
    const more = tasks.length > titles.length ? [`${tasks.length - titles.length} more`] : [];
    return `• ${dayWords(day, today)}: ${[...titles, ...more].join(', ')}`;
  });
  const overdue = counts.overdue > 0 ? [`${counts.overdue} overdue.`] : [];
  const open = `${counts.open} open in all, ${items.length} of them due within seven days.`;
  const rest = days.length > 0 ? days : ['Nothing is due in these seven days.'];
  return [[open, ...overdue].join(' '), ...rest].join('\n');
}

const question = String.raw`(?:what(?:'s|’s| is| are| do i have| have i)?(?: my| on)?|show(?: me)?(?: my| all| the)?|list(?: my| all| the)?)`;

/** What only looks. The first pattern that fits wins. */
export const lookRules: Rule[] = [
  {
    pattern: /^(?:summari[sz]e|sum up|review|plan|how (?:does|is|'s|looks?))\b.*\bweek\b.*$/is,
    act: week,
  },
  { pattern: /^(?:find|search(?: for)?|look for|where is) (?<what>.+)$/is, act: search },
  { pattern: new RegExp(`^${question}\\b(?<what>.*)$`, 'is'), act: list },
  {
    pattern: /^(?<what>(?:today|tomorrow|overdue|this week|my tasks|tasks|my list)\b.*)$/is,
    act: list,
  },
];
