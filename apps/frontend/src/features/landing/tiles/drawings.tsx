import clsx from 'clsx';
import { CloudOff, Undo2 } from 'lucide-react';

const keys = ['N', 'J', 'K', 'X', '/', '?', '⌘', 'K'];

/** Keys, one of them pressed. */
export function Keys() {
  return (
    <div className="mx-auto grid grid-cols-4 gap-2">
      {keys.map((key, index) => (
        <kbd
          key={index}
          className={clsx(
            'grid size-11 place-items-center rounded-md border font-sans text-md font-medium',
            index >= 6
              ? 'translate-y-px border-primary bg-primary text-on-primary'
              : 'border-hairline bg-surface text-muted shadow-lift',
          )}
        >
          {key}
        </kbd>
      ))}
    </div>
  );
}

const week = ['M', 'T', 'W', 'T', 'F', 'S', 'S'];
const marked = [1, 15];

/** A month with a task that comes every other Tuesday. */
export function Month() {
  return (
    <div className="mx-auto grid grid-cols-7 gap-1 text-center text-xs tabular-nums">
      {week.map((day, index) => (
        <span key={index} className="text-muted">
          {day}
        </span>
      ))}
      {Array.from({ length: 28 }, (_, index) => (
        <span
          key={index}
          className={clsx(
            'grid size-7 place-items-center rounded-full',
            marked.includes(index) ? 'bg-primary font-semibold text-on-primary' : 'text-muted',
          )}
        >
          {index + 1}
        </span>
      ))}
    </div>
  );
}

/** The banner of somebody on a train. */
export function OnTheTrain() {
  return (
    <div className="mx-auto w-full max-w-80 space-y-2">
      <p className="flex items-center gap-2.5 rounded-lg bg-warning-soft px-3.5 py-2.5 text-warning">
        <CloudOff size={17} className="shrink-0" /> You are offline. 2 changes wait.
      </p>
      {['Write to Ines', 'Buy six lemons'].map((title) => (
        <p
          key={title}
          className="flex h-10 items-center gap-3 rounded-lg border border-hairline bg-surface px-3.5"
        >
          <span className="size-4 rounded-full border-[1.5px] border-edge" /> {title}
        </p>
      ))}
    </div>
  );
}

/** A notice that takes a deletion back. */
export function Undo() {
  return (
    <p className="mx-auto flex h-12 w-full max-w-80 items-center justify-between rounded-lg border border-hairline bg-raised pr-2 pl-4 shadow-float">
      <span className="truncate">Deleted “Call Maya”</span>
      <span className="flex items-center gap-1.5 rounded-sm bg-primary-soft px-2.5 py-1.5 font-medium text-primary-ink">
        <Undo2 size={14} /> Undo
      </span>
    </p>
  );
}

const columns = [
  { name: 'To do', cards: ['Book the train', 'Call the bank'] },
  { name: 'Doing', cards: ['Chapter three'] },
  { name: 'Done', cards: ['Water the plants', 'Pay the bill'] },
];

/** A board of three columns. */
export function Board() {
  return (
    <div className="grid grid-cols-3 gap-2.5 text-xs">
      {columns.map(({ name, cards }, column) => (
        <div key={name} className="min-w-0">
          <p className="mb-2 flex items-center gap-1.5 font-medium text-muted">
            <span
              className={clsx('size-2 rounded-full', ['bg-edge', 'bg-primary', 'bg-done'][column])}
            />
            {name}
          </p>
          {cards.map((card) => (
            <p
              key={card}
              className={clsx(
                'mb-2 truncate rounded-md border border-hairline bg-surface px-2.5 py-2 shadow-lift',
                column === 2 && 'text-muted line-through',
                column === 1 && 'rotate-2 border-primary',
              )}
            >
              {card}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}

/** A request to the API and what comes back. */
export function Request() {
  return (
    <pre className="overflow-hidden rounded-lg border border-hairline bg-surface p-4 font-mono text-xs leading-5">
      <span className="text-muted">$ curl</span> -H &quot;Authorization: Bearer …&quot; \{'\n'}
      {'    '}/api/v1/tasks?status=open{'\n'}
      <span className="text-primary-ink">{'{ "items": [{ "title": "Call Maya" }] }'}</span>
    </pre>
  );
}
