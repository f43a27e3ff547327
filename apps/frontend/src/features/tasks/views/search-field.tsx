'use client';

import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { setParams, useListParams } from './list-params';

/** How long typing has to rest before the server is asked. */
const restMs = 200;

/** The words to look for; they stand in the address, like every other choice. */
export function SearchField() {
  const { q = '' } = useListParams();
  const [text, setText] = useState(q);
  useEffect(() => {
    const timer = setTimeout(() => text.trim() !== q && setParams({ q: text.trim() }), restMs);
    return () => clearTimeout(timer);
  }, [text, q]);
  return (
    <label className="mb-3 flex h-11 items-center rounded-lg border border-hairline bg-surface shadow-lift transition-colors focus-within:border-primary focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-primary hover:border-edge pointer-coarse:h-12">
      <span className="grid size-10 shrink-0 place-items-center text-muted pointer-coarse:size-12">
        <Search aria-hidden size={17} />
      </span>
      <input
        id="search"
        type="search"
        autoFocus
        aria-label="Search tasks"
        placeholder="Search tasks"
        maxLength={200}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="h-full min-w-0 flex-1 bg-transparent pr-3 text-md outline-none sm:text-base"
      />
    </label>
  );
}
