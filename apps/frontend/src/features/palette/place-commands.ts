import type { Tag } from '@todo-chatbot/shared';
import { Hash, Search } from 'lucide-react';
import type { ShortcutId } from '../shortcuts/table';
import { places, searchHref, tagHref } from '../workspace/views';
import type { PaletteCommand } from './command';

const keys: Record<keyof typeof places, ShortcutId> = {
  today: 'goToday',
  upcoming: 'goUpcoming',
  open: 'goAll',
  board: 'goBoard',
  done: 'goDone',
  trash: 'goTrash',
};
const names = Object.keys(places) as (keyof typeof places)[];

/** The ways to every view and tag. */
export function placeCommands(go: (href: string) => void, tags: readonly Tag[]): PaletteCommand[] {
  return [
    ...names.map((name) => ({
      words: `Go to ${places[name].label}`,
      Icon: places[name].Icon,
      keys: keys[name],
      run: () => go(places[name].href),
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
