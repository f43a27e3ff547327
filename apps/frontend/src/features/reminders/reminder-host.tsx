'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { whenIdle } from '@/lib/when-idle';
import { useBell } from './bell';

// Nobody asked for it, so that nobody is told when there is no network to load it from.
const Watch = lazy(() =>
  import('./watch').then(
    (module) => ({ default: module.Watch }),
    () => ({ default: () => null }),
  ),
);
const Panel = lazy(() => import('./panel').then((module) => ({ default: module.Panel })));

/** Where reminders appear, on every page of the app; nothing of it is in the way of the first load. */
export function ReminderHost() {
  const { open } = useBell();
  const [idle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  return (
    <Suspense>
      {idle && <Watch />}
      {open && <Panel />}
    </Suspense>
  );
}
