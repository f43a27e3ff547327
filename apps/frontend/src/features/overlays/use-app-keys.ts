import { useRouter } from 'next/navigation';
import { undoLast } from '@/components/toast/notices';
import { applyTheme, isDark } from '@/lib/theme';
import { focusField } from '../quick-add/field-id';
import { useShortcut } from '../shortcuts/use-shortcut';
import { places, searchHref } from '../workspace/views';
import { showOverlay } from './overlay';

function useGoKeys(go: (href: string) => void): void {
  useShortcut('goToday', () => go(places.today.href));
  useShortcut('goUpcoming', () => go(places.upcoming.href));
  useShortcut('goAll', () => go(places.open.href));
  useShortcut('goBoard', () => go(places.board.href));
  useShortcut('goDone', () => go(places.done.href));
  useShortcut('goTrash', () => go(places.trash.href));
  useShortcut('goAccount', () => go('/app/account'));
  useShortcut('search', () => go(searchHref));
}

/** The shortcuts that belong to no list: they work on every page of the app. */
export function useAppKeys(): void {
  const router = useRouter();
  useGoKeys((href) => router.push(href));
  useShortcut('undo', undoLast);
  useShortcut('help', () => showOverlay('shortcuts'));
  useShortcut('toggleTheme', () => applyTheme(isDark() ? 'light' : 'dark'));
  useShortcut('quickAdd', () => focusField() || showOverlay('quick-add'));
}
