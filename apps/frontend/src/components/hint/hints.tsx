'use client';

import { useId, useLayoutEffect, useRef } from 'react';
import { KeyCaps } from '@/features/shortcuts/key-caps';
import { useHinted } from './use-hinted';

const gap = 6;
const margin = 8;

/** Puts a hint beside or below an element, or above it where the window ends. */
function place(bubble: HTMLElement, element: HTMLElement): void {
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = bubble;
  const beside = element.dataset.hintSide === 'right';
  const x = beside ? right + gap : left + (width - offsetWidth) / 2;
  const below = bottom + gap;
  const fits = below + offsetHeight + margin <= innerHeight;
  const y = beside ? top + (height - offsetHeight) / 2 : fits ? below : top - gap - offsetHeight;
  bubble.style.left = `${Math.max(margin, Math.min(x, innerWidth - offsetWidth - margin))}px`;
  bubble.style.top = `${y}px`;
}

function Bubble({ element }: { element: HTMLElement }) {
  const bubble = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    if (bubble.current) place(bubble.current, element);
    if (element.hasAttribute('aria-describedby')) return;
    element.setAttribute('aria-describedby', id);
    return () => element.removeAttribute('aria-describedby');
  }, [element, id]);
  const { hint, hintKeys } = element.dataset;
  return (
    <div
      ref={bubble}
      id={id}
      role="tooltip"
      className="pointer-events-none fixed z-60 flex w-max animate-fade items-center gap-2 rounded-sm bg-ink px-2 py-1 text-xs font-medium text-ground shadow-float select-none"
    >
      {hint}
      {hintKeys && <KeyCaps keys={hintKeys} />}
    </div>
  );
}

/** Where the hints of the page appear, one at a time. */
export function Hints() {
  const element = useHinted();
  return element && <Bubble key={element.dataset.hint} element={element} />;
}
