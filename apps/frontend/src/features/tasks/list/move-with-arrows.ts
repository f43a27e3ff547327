import type { KeyboardEvent } from 'react';

/** Moves the focus from row to row with the up and down keys. */
export function moveWithArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !(event.target instanceof HTMLElement)) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row.closest('li')?.contains(event.target as Node));
  if (at < 0) return;
  event.preventDefault();
  rows[at + step]?.focus();
}
