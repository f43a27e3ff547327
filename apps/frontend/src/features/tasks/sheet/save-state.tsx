import type { SaveState as State } from '../data/use-save-state';

const words: Record<State, string> = {
  untouched: '',
  saving: 'Saving…',
  saved: 'Saved',
  waiting: 'Saved when you are online again',
};

/** Says whether what was typed is safe. */
export function SaveState({ state }: { state: State }) {
  return (
    <span role="status" className="text-sm text-muted">
      {words[state]}
    </span>
  );
}
