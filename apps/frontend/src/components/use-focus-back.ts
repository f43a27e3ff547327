import { useState } from 'react';

/** Gives the focus back to where it was, for something that floats and has no trigger of its own. */
export function useFocusBack(): () => void {
  const [before] = useState(() => document.activeElement);
  return () => before instanceof HTMLElement && before.focus();
}
