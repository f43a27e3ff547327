'use client';

import type { Reminder, ReminderList } from '@todo-chatbot/shared';
import { useEffect, useEffectEvent, useRef } from 'react';
import { notify, withdraw } from '@/components/toast/notices';
import { openTask } from '@/features/tasks/open-task';
import { setUnread, showReminders } from './bell';
import { claim } from './claim';
import { useAnswers } from './data/use-answers';
import { useMarkRead, useReminders } from './data/use-reminders';
import { inAnHour } from './words';

/** What was told longer ago is found in the list. */
const newFor = 3_600_000;
/** More at once are one notice. */
const fewest = 3;

const isNew = ({ read, current, toldAt }: Reminder) =>
  !read && current && Date.now() - Date.parse(toldAt) < newFor;

/** Shows reminders as notices, each in one tab, and takes back those that were seen elsewhere. */
function useNotices(list: ReminderList | undefined) {
  const notices = useRef(new Map<string, number>());
  const markRead = useMarkRead();
  const { complete, snooze } = useAnswers();

  const show = (reminder: Reminder) => {
    const { id, task } = reminder;
    return notify({
      title: task.title,
      about: 'Reminder',
      lasting: true,
      action: { label: 'Done', run: () => void complete(reminder) },
      more: [
        { label: 'Snooze 1 h', run: () => void snooze(reminder, inAnHour()) },
        {
          label: 'Open',
          run: () => {
            markRead([id]);
            openTask(task.id);
          },
        },
      ],
      onGone: () => markRead([id]),
    });
  };
  const summarise = (count: number) =>
    notify({
      title: `${count} reminders`,
      lasting: true,
      action: { label: 'Show', run: () => showReminders(true) },
    });

  const look = useEffectEvent(async ({ items }: ReminderList) => {
    for (const { id } of items.filter((item) => !isNew(item))) {
      const notice = notices.current.get(id);
      if (notice !== undefined) withdraw(notice);
      notices.current.delete(id);
    }
    // A tab that nobody looks at leaves them to the one that is, or will be, looked at.
    if (document.visibilityState !== 'visible') return;
    const mine: Reminder[] = [];
    for (const item of items) if (isNew(item) && (await claim(item.id))) mine.push(item);
    if (mine.length > fewest) {
      const notice = summarise(mine.length);
      for (const { id } of mine) notices.current.set(id, notice);
    } else {
      for (const item of mine.reverse()) notices.current.set(item.id, show(item));
    }
  });
  useEffect(() => {
    if (!list) return;
    const again = () => void look(list);
    again();
    document.addEventListener('visibilitychange', again);
    return () => document.removeEventListener('visibilitychange', again);
  }, [list]);
}

/** Watches for reminders; shows nothing itself. */
export function Watch() {
  const { data } = useReminders();
  useNotices(data);
  useEffect(() => setUnread(data?.unread ?? 0), [data]);
  return null;
}
