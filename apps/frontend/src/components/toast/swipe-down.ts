import type { TouchEvent } from 'react';

/** How far down a finger has to go. */
const far = 50;

/** Handlers for an element that follows a finger down, and does something when it went far. */
export function swipeDown(onSwiped: () => void) {
  let from = 0;
  let way = 0;
  return {
    onTouchStart: ({ touches }: TouchEvent) => {
      from = touches[0]?.clientY ?? 0;
      way = 0;
    },
    onTouchMove: ({ touches, currentTarget }: TouchEvent<HTMLElement>) => {
      way = Math.max(0, (touches[0]?.clientY ?? 0) - from);
      currentTarget.style.translate = `0 ${way}px`;
    },
    onTouchEnd: ({ currentTarget }: TouchEvent<HTMLElement>) => {
      if (way > far) onSwiped();
      else currentTarget.style.translate = '';
    },
  };
}
