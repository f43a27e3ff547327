'use client';

import { Plus } from 'lucide-react';
import { useState, type RefObject } from 'react';
import { linesOf } from './steps';

interface Props {
  field: RefObject<HTMLInputElement | null>;
  onAdd: (titles: string[]) => void;
}

/** Where steps begin: type, Enter, type the next; a pasted list becomes as many steps. */
export function NewStep({ field, onAdd }: Props) {
  const [typed, setTyped] = useState('');
  const add = () => {
    const titles = linesOf(typed);
    if (titles.length > 0) onAdd(titles);
    setTyped('');
  };
  return (
    <div className="flex items-center">
      <span aria-hidden className="ml-2.5 grid size-10 shrink-0 place-items-center text-muted">
        <Plus size={16} />
      </span>
      <input
        ref={field}
        aria-label="Add a step"
        placeholder="Add a step"
        value={typed}
        maxLength={500}
        enterKeyHint="done"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.metaKey || event.ctrlKey) return;
          event.preventDefault();
          add();
        }}
        onPaste={(event) => {
          const titles = linesOf(event.clipboardData.getData('text/plain'));
          if (titles.length < 2) return;
          event.preventDefault();
          onAdd(titles);
        }}
        className="h-9 min-w-0 flex-1 rounded-sm bg-transparent px-1.5 text-md outline-transparent focus:outline-1 focus:outline-primary sm:text-base"
      />
    </div>
  );
}
