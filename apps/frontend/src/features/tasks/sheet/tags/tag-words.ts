import { tagName, type Tag } from '@todo-chatbot/shared';

/** A typed tag as the server would write it, or why it cannot be one. */
export function readTag(typed: string): { name: string } | { fault: string } {
  const { success, data, error } = tagName.safeParse(typed);
  return success ? { name: data } : { fault: `A tag ${error.issues[0]?.message}.` };
}

/** The tags that fit what is typed and that the task lacks, the most used first. */
export function fittingTags(tags: readonly Tag[], typed: string, had: readonly string[]): string[] {
  const start = typed.trim().replace(/^#/, '').toLowerCase();
  const rank = (name: string) => (name === start ? 2 : Number(name.startsWith(start)));
  return tags
    .filter(({ name }) => name.includes(start) && !had.includes(name))
    .sort((a, b) => rank(b.name) - rank(a.name) || b.open - a.open)
    .map(({ name }) => name)
    .slice(0, 8);
}
