import type { useTaskDraft } from './use-task-draft';

type State = ReturnType<typeof useTaskDraft>['state'];

const words: Record<State, string> = {
  untouched: '',
  saving: 'Saving…',
  saved: 'Saved',
  waiting: 'Saved when you are online again',
  failed: 'Not saved',
};

/** Says whether what was typed is safe. */
export function SaveState({ state, onRetry }: { state: State; onRetry: () => void }) {
  return (
    <span role="status" className="text-sm text-muted">
      {words[state]}
      {state === 'failed' && (
        <button
          type="button"
          onClick={onRetry}
          className="ml-2 rounded-xs font-medium text-primary-ink underline-offset-4 hover:underline"
        >
          Try again
        </button>
      )}
    </span>
  );
}
