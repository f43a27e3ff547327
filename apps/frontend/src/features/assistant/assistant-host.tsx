'use client';

import { lazy, Suspense } from 'react';
import { useShortcut } from '../shortcuts/use-shortcut';
import { toggleAssistant, useAssistantOpen } from './open';

const Panel = lazy(() => import('./panel').then((module) => ({ default: module.Panel })));

/** Where the assistant appears, on every page of the app. */
export function AssistantHost() {
  const open = useAssistantOpen();
  useShortcut('assistant', toggleAssistant);
  return <Suspense>{open && <Panel />}</Suspense>;
}
