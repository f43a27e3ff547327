const key = 'todo-reminders-shown';
const mostKept = 100;

function shown(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}

function take(id: string): boolean {
  const before = shown();
  if (before.includes(id)) return false;
  try {
    localStorage.setItem(key, JSON.stringify([...before, id].slice(-mostKept)));
  } catch {
    // Storage may be switched off: then each tab shows it.
  }
  return true;
}

/** Whether this tab is the one that shows a reminder: of all tabs of a browser one does, once. */
export async function claim(id: string): Promise<boolean> {
  // Locks exist on https and localhost only; without, two tabs in the same moment could both show it.
  return navigator.locks ? navigator.locks.request(key, () => take(id)) : take(id);
}
