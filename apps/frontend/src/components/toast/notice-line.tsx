import { X } from 'lucide-react';
import { useEffect, type RefObject } from 'react';
import { act, dismiss, withdraw, type ShownNotice } from './notices';
import { swipeDown } from './swipe-down';

const shownMs = 6_000;
const lastingMs = 20_000;
/** How long a notice stays after somebody has looked at it. */
const graceMs = 1_500;

/** Whether somebody is with the notices, or is away and could not read them. */
const isAttended = (region: HTMLElement) =>
  !document.hasFocus() ||
  region.querySelector(':focus-visible') !== null ||
  (matchMedia('(hover: hover)').matches && region.matches(':hover'));

interface Props {
  notice: ShownNotice;
  region: RefObject<HTMLElement | null>;
}

/** A notice, with what can be done about it. */
export function NoticeLine({ notice, region }: Props) {
  const { id, title, about, danger, action, more = [], lasting = false } = notice;
  useEffect(() => {
    let timer = setTimeout(leave, lasting ? lastingMs : shownMs);
    function leave() {
      if (region.current && isAttended(region.current)) timer = setTimeout(leave, graceMs);
      else if (lasting) withdraw(id);
      else dismiss(id);
    }
    return () => clearTimeout(timer);
  }, [id, region, lasting]);
  // The focus stays with the notices when the one that has it goes.
  const end = (how: (id: number) => void) => {
    if (region.current?.contains(document.activeElement)) region.current.focus();
    how(id);
  };
  return (
    <li
      {...swipeDown(() => dismiss(id))}
      className="pointer-events-auto flex min-h-12 animate-rise touch-none flex-wrap items-center gap-x-1 rounded-lg border border-hairline bg-raised py-1.5 pr-1.5 pl-4 text-ink shadow-float select-none"
    >
      <p role={danger ? 'alert' : undefined} className="min-w-0 flex-1 py-1 wrap-anywhere">
        {about && <span className="block text-xs text-muted">{about}</span>}
        {title}
      </p>
      {/* Several take a line of their own, below the title and the button that closes. */}
      <span className={more.length > 0 ? 'order-last -ml-3 flex w-full flex-wrap' : 'contents'}>
        {[...(action ? [action] : []), ...more].map(({ label }) => (
          <button
            key={label}
            type="button"
            onClick={() => end(() => act(id, label))}
            className="rounded-sm px-3 py-1.5 font-medium whitespace-nowrap text-primary-ink transition-colors hover:bg-primary-soft pointer-coarse:py-2.5"
          >
            {label}
          </button>
        ))}
      </span>
      <button
        type="button"
        aria-label="Close"
        onClick={() => end(dismiss)}
        className="grid size-8 shrink-0 place-items-center rounded-sm text-muted transition-colors hover:bg-hover hover:text-ink pointer-coarse:size-11"
      >
        <X aria-hidden size={16} />
      </button>
    </li>
  );
}
