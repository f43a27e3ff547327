import {
  Cable,
  CircleUserRound,
  Keyboard,
  LogOut,
  Monitor,
  Moon,
  Plus,
  Sparkles,
  Sun,
} from 'lucide-react';
import { applyTheme, shownTheme, type Theme } from '@/lib/theme';
import { toggleAssistant } from '../assistant/open';
import { showOverlay } from '../overlays/overlay';
import type { PaletteCommand } from './command';

const themes = [
  { theme: 'light', words: 'Light theme', Icon: Sun },
  { theme: 'dark', words: 'Dark theme', Icon: Moon },
  { theme: 'system', words: 'Theme of the device', Icon: Monitor },
] as const satisfies { theme: Theme; words: string; Icon: unknown }[];

interface Ways {
  go: (href: string) => void;
  logout: () => void;
}

/** What belongs to no task and no view. */
export function appCommands({ go, logout }: Ways): PaletteCommand[] {
  return [
    {
      words: 'Add a task',
      also: 'new create quick',
      Icon: Plus,
      keys: 'quickAdd',
      run: () => showOverlay('quick-add'),
    },
    {
      words: 'Open or close the assistant',
      also: 'chat ask ai help',
      Icon: Sparkles,
      keys: 'assistant',
      run: toggleAssistant,
    },
    {
      words: 'Keyboard shortcuts',
      also: 'help keys',
      Icon: Keyboard,
      keys: 'help',
      run: () => showOverlay('shortcuts'),
    },
    ...themes
      .filter(({ theme }) => theme !== shownTheme.current())
      .map(({ theme, words, Icon }) => ({
        words,
        also: 'switch color colour mode',
        Icon,
        run: () => applyTheme(theme),
      })),
    {
      words: 'Your account',
      also: 'settings profile tokens export',
      Icon: CircleUserRound,
      keys: 'goAccount',
      run: () => go('/app/account'),
    },
    {
      words: 'Connect an app',
      also: 'mcp claude cursor vscode assistant token',
      Icon: Cable,
      run: () => go('/app/connect'),
    },
    { words: 'Log out', also: 'sign leave', Icon: LogOut, run: logout },
  ];
}
