import { useEffect, useState } from 'react';
import { loadReader, reader } from '../quick-add/load-reader';

/** The day that the typed words name, such as «next friday»; read by what reads quick add. */
export function useTypedDay(typed: string, today: string): string | undefined {
  const [read, setRead] = useState(reader);
  useEffect(() => {
    void loadReader().then(() => setRead(() => reader()));
  }, []);
  const words = typed.replace(/^\s*due\s+/i, '').trim();
  if (!words) return undefined;
  // Words that are all about a day leave nothing but the title they are added to.
  const { task } = read({ text: `- x ${words}`, plain: [], today });
  return task.title === 'x' && !task.recurrence ? (task.dueDate ?? undefined) : undefined;
}
