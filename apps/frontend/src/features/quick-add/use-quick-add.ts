import { useMemo, useState } from 'react';
import { createTask } from '../tasks/data/commands';
import { openTask } from '../tasks/open-task';
import type { Chip } from './chips';
import { viewWords, withGiven, zoned, type Given } from './given';
import { isReady, loadReader, reader } from './load-reader';

const none: readonly string[] = [];

interface Options {
  given: Given;
  /** The person's own day. */
  today: string;
  /** Called with the id of what was added. */
  onAdded?: ((id: string) => void) | undefined;
}

/** A task while it is typed: what is understood of it, what of that is switched off, and adding it. */
export function useQuickAdd({ given, today, onAdded }: Options) {
  const [text, setText] = useState('');
  const [plain, setPlain] = useState(none);
  const [withView, setWithView] = useState(true);
  const [read, setRead] = useState(reader);
  const { chips } = useMemo(() => read({ text, plain, today }), [read, text, plain, today]);

  const view = viewWords(given, today);
  const viewChip: Chip[] =
    text.trim() && view ? [{ text: '', kind: 'view', words: view, off: !withView }] : [];

  const send = (words: string, open: boolean) => {
    const { task } = reader()({ text: words, plain, today });
    if (!task.title) return;
    const id = createTask(zoned(withView ? withGiven(task, given) : task));
    if (open) openTask(id);
    onAdded?.(id);
  };
  return {
    chips: [...chips, ...viewChip],
    type: (next: string) => {
      setText(next);
      if (!next.trim()) setPlain(none);
    },
    /** Brings the reader, for the moment when there is something to read. */
    wake: () => void loadReader().then(() => setRead(() => reader())),
    toggle: (chip: Chip) => {
      if (chip.kind === 'view') setWithView(chip.off);
      else setPlain(chip.off ? plain.filter((one) => one !== chip.text) : [...plain, chip.text]);
    },
    add: (words: string, open: boolean) => {
      setText('');
      setPlain(none);
      setWithView(true);
      if (isReady()) send(words, open);
      else void loadReader().then(() => send(words, open));
    },
  };
}
