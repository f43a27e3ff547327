import type { Task } from '@todo-chatbot/shared';
import { useEffect, useEffectEvent } from 'react';

let ask: (() => Task[]) | undefined;
let noted: Task[] = [];

/** Lets a list answer what the palette would act on: its selection, else the row with the focus. */
export function useTargets(targets: () => Task[]): void {
  const current = useEffectEvent(targets);
  useEffect(() => {
    const own = () => current();
    ask = own;
    return () => {
      if (ask === own) ask = undefined;
    };
  }, []);
}

/** Remembers what is meant now, before the focus moves away. */
export function noteTargets(): void {
  noted = ask?.() ?? [];
}

/** What was meant when it was last noted. */
export const notedTargets = (): readonly Task[] => noted;
