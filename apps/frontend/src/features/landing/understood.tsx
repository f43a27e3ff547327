import type { NewTaskInput } from '@todo-chatbot/shared';
import { blankTask } from '@/features/tasks/data/blank-task';
import { RowMeta } from '@/features/tasks/list/row-meta';
import { given } from './demo-tasks';

const phrases = ['Dentist 12 Jan 8:30', 'Gym every mon and thu', 'Rent every 1st'];

interface Props {
  task: NewTaskInput;
  /** Whether anything but a title was understood. */
  any: boolean;
  today: string;
  onSuggest: (phrase: string) => void;
}

/** What the typed text becomes; before anything is typed, phrases to try. Its height never changes. */
export function Understood({ task, any, today, onSuggest }: Props) {
  return (
    <div className="mt-2 flex h-8 items-center gap-1.5 overflow-hidden px-1 text-sm pointer-coarse:h-11">
      {task.title ? (
        <p role="status" className="flex min-w-0 flex-1 animate-fade items-center gap-3 text-muted">
          <span className="min-w-0 truncate">
            {any ? <span className="text-ink">{task.title}</span> : 'Add a day, a time or a #tag'}
          </span>
          {any && <RowMeta today={today} task={blankTask({ id: '', ...given(task), title: '' })} />}
        </p>
      ) : (
        <>
          <span className="mr-0.5 text-muted max-sm:sr-only">Try</span>
          {phrases.map((phrase) => (
            <button
              key={phrase}
              type="button"
              onClick={() => onSuggest(phrase)}
              className="h-7 shrink-0 rounded-sm whitespace-nowrap max-sm:nth-[n+4]:hidden bg-sunken px-2 text-muted transition-colors hover:bg-primary-soft hover:text-primary-ink pointer-coarse:h-10"
            >
              {phrase}
            </button>
          ))}
        </>
      )}
    </div>
  );
}
