import { useEffect, useState } from 'react';
import type { QuickAddResult } from '@/features/quick-add/parser';

type Read = (text: string) => QuickAddResult;

/** Until the parser is there, what is typed is a title. */
const plain: Read = (text) => ({ task: { title: text.trim() }, spans: [] });

// Only Americans, among those who write in English, put the month first.
const dateOrder = () => (navigator.language === 'en-US' ? 'month-first' : 'day-first');

/** The parser of the app's own field, which comes after the page. */
export function useReader(): Read {
  const [read, setRead] = useState(() => plain);
  useEffect(() => {
    let wanted = true;
    void import('@/features/quick-add/parser').then(({ parseQuickAdd }) => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const understand: Read = (text) =>
        parseQuickAdd(text, { now: new Date(), timeZone, dateOrder: dateOrder() });
      if (wanted) setRead(() => understand);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return read;
}
