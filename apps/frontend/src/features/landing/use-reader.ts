import { useEffect, useState } from 'react';
import type { QuickAddResult } from '@todo-chatbot/shared/quick-add';
import { whenIdle } from '@/lib/when-idle';

type Read = (text: string) => QuickAddResult;

/** Until the parser is there, what is typed is a title. */
const plain: Read = (text) => ({ task: { title: text.trim() }, spans: [] });

// Only Americans, among those who write in English, put the month first.
const dateOrder = () => (navigator.language === 'en-US' ? 'month-first' : 'day-first');

async function loadReader(): Promise<Read> {
  const { parseQuickAdd } = await import('@/features/quick-add/parser');
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (text) => parseQuickAdd(text, { now: new Date(), timeZone, dateOrder: dateOrder() });
}

/** The parser of the app's own field, which comes after the page. */
export function useReader(): Read {
  const [read, setRead] = useState(() => plain);
  useEffect(() => {
    whenIdle(() => {
      // Without it, what is typed stays a title.
      loadReader().then(
        (understand) => setRead(() => understand),
        () => undefined,
      );
    });
  }, []);
  return read;
}
