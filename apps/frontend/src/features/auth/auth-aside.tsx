import clsx from 'clsx';

const rows = [
  { title: 'Call Maya about Saturday', note: 'Today 17:30', tone: 'text-warning' },
  { title: 'Book the train to Lisbon', note: 'Fri', tone: 'text-muted' },
  { title: 'Pay the rent', note: 'Every 1st', tone: 'text-muted' },
  { title: 'Water the plants', done: true },
];

function Mark({ done }: { done: boolean }) {
  return (
    <svg viewBox="0 0 20 20" className="size-4.5 shrink-0">
      <circle
        cx="10"
        cy="10"
        r="8.75"
        strokeWidth="1.5"
        className={done ? 'fill-primary stroke-primary' : 'fill-transparent stroke-edge'}
      />
      {done && (
        <path
          d="m6.4 10.3 2.4 2.4 4.9-5.2"
          fill="none"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
          className="stroke-on-primary"
        />
      )}
    </svg>
  );
}

/** A glimpse of the list beside a form, where there is room; there is nothing to do in it. */
export function AuthAside() {
  return (
    <aside
      aria-hidden
      className="relative hidden flex-col justify-center overflow-hidden border-l border-hairline bg-[radial-gradient(44rem_32rem_at_70%_30%,var(--primary-soft-strong),var(--sunken))] px-[8%] lg:flex"
    >
      <div className="mx-auto w-full max-w-110">
        <p className="font-serif text-[44px] leading-[1.04] tracking-[-0.015em] text-balance">
          A quiet place for everything you have to do.
        </p>
        <ul className="mt-10 divide-y divide-hairline rounded-xl border border-hairline bg-surface px-4 py-1 shadow-float">
          {rows.map(({ title, note, tone, done = false }) => (
            <li key={title} className="flex h-11 items-center gap-3">
              <Mark done={done} />
              <span className={clsx('flex-1 truncate', done && 'text-muted line-through')}>
                {title}
              </span>
              {note && <span className={clsx('text-xs tabular-nums', tone)}>{note}</span>}
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}
