import { useState } from 'react';

/** Whether the focus went down with what had it; else the person has gone on to something else. */
const isFocusLost = () => document.activeElement === document.body;

/**
 * For `onCloseAutoFocus` of what floats: leaves the focus where the person has put it meanwhile.
 * It is given back a moment after the closing, and whoever is quick types into a field by then.
 */
export function keepFocus(event: Event): void {
  if (!isFocusLost()) event.preventDefault();
}

/** Gives the focus back to where it was, for something that floats and has no trigger of its own. */
export function useFocusBack(): (event: Event) => void {
  const [before] = useState(() => document.activeElement);
  return (event) => {
    event.preventDefault();
    if (isFocusLost() && before instanceof HTMLElement) before.focus();
  };
}
