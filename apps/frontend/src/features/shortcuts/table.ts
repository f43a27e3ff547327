/** Where a shortcut works. Those of `everywhere` work in the list and in a task's details too. */
export const places = ['everywhere', 'list', 'task'] as const;
export type Place = (typeof places)[number];

interface Row {
  /**
   * Alternatives, the one to show first. A chord is modifiers and a key as `KeyboardEvent.key`
   * names it, joined by `+`; chords one after another stand apart by a space. `mod` is ⌘ on a Mac
   * and Ctrl elsewhere.
   */
  keys: readonly [string, ...string[]];
  /** What it does, as the sheet and tooltips say it. */
  words: string;
  where: Place;
  /** Also while a field has the focus or something floats above the page. */
  always?: true;
  /** Again and again while the key is held down. */
  repeats?: true;
}

/** Every shortcut of the app, in the order of the sheet that explains them. */
export const shortcuts = {
  quickAdd: { keys: ['q', 'n'], words: 'Add a task', where: 'everywhere' },
  palette: { keys: ['mod+k'], words: 'Find or do anything', where: 'everywhere', always: true },
  assistant: { keys: ['i'], words: 'Open or close the assistant', where: 'everywhere' },
  search: { keys: ['/'], words: 'Search tasks', where: 'everywhere' },
  undo: { keys: ['z', 'mod+z'], words: 'Undo the last change', where: 'everywhere' },
  goToday: { keys: ['g t'], words: 'Go to today', where: 'everywhere' },
  goUpcoming: { keys: ['g u'], words: 'Go to upcoming', where: 'everywhere' },
  goAll: { keys: ['g a'], words: 'Go to all tasks', where: 'everywhere' },
  goBoard: { keys: ['g b'], words: 'Go to the board', where: 'everywhere' },
  goDone: { keys: ['g d'], words: 'Go to done', where: 'everywhere' },
  goTrash: { keys: ['g x'], words: 'Go to the trash', where: 'everywhere' },
  goAccount: { keys: ['g s'], words: 'Go to your account', where: 'everywhere' },
  toggleTheme: { keys: ['shift+d'], words: 'Switch light and dark', where: 'everywhere' },
  help: { keys: ['?'], words: 'Show these shortcuts', where: 'everywhere' },

  next: { keys: ['j', 'ArrowDown'], words: 'Next task', where: 'list', repeats: true },
  previous: { keys: ['k', 'ArrowUp'], words: 'Previous task', where: 'list', repeats: true },
  open: { keys: ['Enter', 'o'], words: 'Open the task', where: 'list' },
  complete: { keys: ['c'], words: 'Complete, or open again', where: 'list' },
  editTitle: { keys: ['e', 'F2'], words: 'Edit the title', where: 'list' },
  dueToday: { keys: ['d t'], words: 'Due today', where: 'list' },
  dueTomorrow: { keys: ['d m'], words: 'Due tomorrow', where: 'list' },
  dueNextWeek: { keys: ['d w'], words: 'Due next week', where: 'list' },
  dueNone: { keys: ['d n'], words: 'No due date', where: 'list' },
  priorityHigh: { keys: ['1'], words: 'High priority', where: 'list' },
  priorityMedium: { keys: ['2'], words: 'Medium priority', where: 'list' },
  priorityLow: { keys: ['3'], words: 'Low priority', where: 'list' },
  priorityNone: { keys: ['4'], words: 'No priority', where: 'list' },
  select: { keys: ['x'], words: 'Select', where: 'list' },
  selectAll: { keys: ['mod+a'], words: 'Select all', where: 'list' },
  clearSelection: { keys: ['Escape'], words: 'Clear the selection', where: 'list' },
  moveUp: { keys: ['alt+ArrowUp'], words: 'Move up', where: 'list', repeats: true },
  moveDown: { keys: ['alt+ArrowDown'], words: 'Move down', where: 'list', repeats: true },
  delete: { keys: ['Delete', 'Backspace', '#'], words: 'Delete', where: 'list' },

  closeTask: { keys: ['mod+Enter'], words: 'Save and close', where: 'task', always: true },
} as const satisfies Record<string, Row>;

export type ShortcutId = keyof typeof shortcuts;

export const shortcutIds = Object.keys(shortcuts) as ShortcutId[];

/** A shortcut with all that the table may say about it. */
export const shortcut = (id: ShortcutId): Row => shortcuts[id];
