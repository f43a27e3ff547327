import { loadAll } from 'js-yaml';

/**
 * What a text of YAML holds; an empty one, or one of comments alone, holds nothing.
 *
 * @throws {Error} when it is no YAML, or holds several documents: which one would be meant?
 */
export function readYaml<T extends object>(text: string): Partial<T> {
  const [found, ...others] = loadAll(text) as (T | null)[];
  if (others.length > 0) throw new Error(`There are ${others.length + 1} YAML documents, not one.`);
  return found ?? {};
}
