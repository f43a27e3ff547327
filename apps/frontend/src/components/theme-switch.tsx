'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useId, useSyncExternalStore } from 'react';
import { applyTheme, shownTheme, type Theme } from '@/lib/theme';

const choices = [
  { theme: 'light', label: 'Light theme', Icon: Sun },
  { theme: 'dark', label: 'Dark theme', Icon: Moon },
  { theme: 'system', label: 'Theme of the device', Icon: Monitor },
] as const;

/** Light, dark, or as the device has it. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const chosen = useSyncExternalStore(shownTheme.subscribe, shownTheme.current, () => initial);
  const name = useId();
  return (
    <fieldset className="flex w-fit rounded-lg border border-hairline bg-surface p-0.5">
      <legend className="sr-only">Theme</legend>
      {choices.map(({ theme, label, Icon }) => (
        <label
          key={theme}
          title={label}
          className="grid size-7 cursor-pointer place-items-center rounded-sm text-muted transition-colors hover:text-ink has-checked:bg-primary-soft has-checked:text-primary-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-primary pointer-coarse:size-9"
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={chosen === theme}
            onChange={() => applyTheme(theme)}
          />
          <Icon aria-hidden size={15} strokeWidth={1.75} />
          <span className="sr-only">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
