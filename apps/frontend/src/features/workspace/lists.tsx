'use client';

import { Hash } from 'lucide-react';
import { useSummary } from '@/features/tasks/data/use-summary';
import { useTags } from '@/features/tasks/data/use-tags';
import { NavLink } from './nav-link';
import { places, tagHref, type Place } from './views';

/** How many tags are named; the rest is found by search. */
const shownTags = 30;

type Name = keyof typeof places;

/** The links to all lists. @param without places that are shown elsewhere */
export function Lists({ without = [] }: { without?: readonly Name[] }) {
  const summary = useSummary();
  const tags = useTags();
  const counts: Partial<Record<Name, number>> = summary
    ? { today: summary.today + summary.overdue, upcoming: summary.upcoming, open: summary.open }
    : {};
  const shown = (Object.entries(places) as [Name, Place][]).filter(
    ([name]) => !without.includes(name),
  );
  return (
    <>
      {shown.map(([name, place]) => (
        <NavLink
          key={name}
          {...place}
          count={counts[name]}
          urgent={name === 'today' && Boolean(summary?.overdue)}
        />
      ))}
      {tags.length > 0 && (
        <>
          <h2 className="px-2.5 pt-5 pb-1 text-xs font-medium text-muted">Tags</h2>
          {tags.slice(0, shownTags).map(({ name, open }) => (
            <NavLink key={name} href={tagHref(name)} label={name} Icon={Hash} count={open} />
          ))}
        </>
      )}
    </>
  );
}
