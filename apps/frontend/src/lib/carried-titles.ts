const key = 'carried-tasks';

/** Keeps what was typed without an account for the moment after sign-up, in this tab only. */
export function carry(titles: readonly string[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(titles));
  } catch {
    // Storage is switched off: the list stays where it was typed.
  }
}

/** Takes out what was kept, once. */
export function takeCarried(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    sessionStorage.removeItem(key);
    return Array.isArray(kept) ? kept.filter((title) => typeof title === 'string') : [];
  } catch {
    return [];
  }
}
