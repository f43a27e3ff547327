import type { Tag } from '@todo-chatbot/shared';
import { useState, type KeyboardEvent } from 'react';
import { fittingTags, readTag } from './tag-words';

interface Ports {
  /** All tags there are. */
  known: readonly Tag[];
  /** Those the task has. */
  had: readonly string[];
  onChange: (tags: string[]) => void;
}

/** A tag while it is typed: which ones fit, whether it is a new one, and what is wrong with it. */
export function useTagInput({ known, had, onChange }: Ports) {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [fault, setFault] = useState('');
  const fitting = fittingTags(known, typed, had);
  const read = typed.trim() ? readTag(typed) : undefined;
  const name = read && 'name' in read ? read.name : undefined;
  const fresh =
    name && ![...known.map((tag) => tag.name), ...had].includes(name) ? name : undefined;

  const add = (tag: string) => {
    setTyped('');
    setFault('');
    if (!had.includes(tag)) onChange([...had, tag]);
  };
  const addTyped = () => {
    if (name) add(name);
    else if (read && 'fault' in read) setFault(read.fault);
  };
  /** What the field does with a key; false when it leaves it to the list of suggestions. */
  const handle = (key: string): boolean => {
    if ([' ', ','].includes(key) && typed.trim()) addTyped();
    else if (key === 'Enter' && (!open || (read && !name))) addTyped();
    else if (key === 'Backspace' && typed === '' && had.length > 0) onChange(had.slice(0, -1));
    else if (key === 'Escape' && open) setOpen(false);
    else return false;
    return true;
  };
  return {
    typed,
    fault,
    fitting,
    fresh,
    open: open && (fitting.length > 0 || fresh !== undefined),
    add,
    type: (text: string) => {
      setTyped(text);
      setFault('');
      setOpen(true);
    },
    show: () => setOpen(true),
    leave: () => {
      setOpen(false);
      addTyped();
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key.startsWith('Arrow')) setOpen(true);
      if (!handle(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
