import type { Task } from '@todo-chatbot/shared';
import { useEffect, useEffectEvent } from 'react';

const asked: (() => Task[])[] = [];
let noted: Task[] = [];

/**
 * Lets a list answer what the palette would act on: its selection, else the row with the focus.
 * The details of a task, which lie above the list, answer in its place.
 */
export function useTargets(targets: () => Task[]): void {
  const current = useEffectEvent(targets);
  useEffect(() => {
    const own = () => current();
    asked.push(own);
    return () => void asked.splice(asked.indexOf(own), 1);
  }, []);
}

/** Remembers what is meant now, before the focus moves away. */
export function noteTargets(): void {
  noted = asked.at(-1)?.() ?? [];
}

/** What was meant when it was last noted. */
export const notedTargets = (): readonly Task[] => noted;
