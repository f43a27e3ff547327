import type { Tag } from '@todo-chatbot/shared';
import { Hash, Search } from 'lucide-react';
import { places, searchHref, tagHref } from '../workspace/views';
import type { PaletteCommand } from './command';

/** The ways to every view and tag. */
export function placeCommands(go: (href: string) => void, tags: readonly Tag[]): PaletteCommand[] {
  return [
    ...Object.values(places).map(({ href, label, Icon, keys }) => ({
      words: `Go to ${label}`,
      Icon,
      keys,
      run: () => go(href),
    })),
    {
      words: 'Search in all tasks',
      also: 'find go to',
      Icon: Search,
      keys: 'search',
      run: () => go(searchHref),
    },
    ...tags.map(({ name }) => ({
      words: `Go to #${name}`,
      also: name,
      Icon: Hash,
      onlyFound: true,
      run: () => go(tagHref(name)),
    })),
  ];
}
