/** What a visitor can choose; `system` follows the device. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** A cookie, so that the server writes the choice into the page and nothing flashes. */
export const themeCookie = 'theme';

/** Reads a cookie's value; anything unknown is the system's theme. */
export function toTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system';
}

const listeners = new Set<() => void>();

/** The choice that this page shows, for `useSyncExternalStore`. */
export const shownTheme = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: () => toTheme(document.documentElement.dataset.theme),
};

/** Whether what is shown is dark, by choice or by the device. */
export function isDark(): boolean {
  const theme = shownTheme.current();
  return theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
}

const year = 60 * 60 * 24 * 365;

/** Applies a choice to this page at once and to every later one by the cookie. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  const age = theme === 'system' ? 0 : year;
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${age}; samesite=lax`;
  for (const listener of listeners) listener();
}
