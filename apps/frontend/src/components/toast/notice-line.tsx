import { X } from 'lucide-react';
import { useEffect, type RefObject } from 'react';
import { act, dismiss, type ShownNotice } from './notices';
import { swipeDown } from './swipe-down';

const shownMs = 6_000;
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
export function NoticeLine({ notice: { id, title, danger, action }, region }: Props) {
  useEffect(() => {
    let timer = setTimeout(leave, shownMs);
    function leave() {
      if (region.current && isAttended(region.current)) timer = setTimeout(leave, graceMs);
      else dismiss(id);
    }
    return () => clearTimeout(timer);
  }, [id, region]);
  // The focus stays with the notices when the one that has it goes.
  const end = (how: typeof act) => {
    if (region.current?.contains(document.activeElement)) region.current.focus();
    how(id);
  };
  return (
    <li
      {...swipeDown(() => dismiss(id))}
      className="pointer-events-auto flex min-h-12 animate-rise touch-none items-center gap-1 rounded-lg border border-hairline bg-raised py-1.5 pr-1.5 pl-4 text-ink shadow-float select-none"
    >
      <p role={danger ? 'alert' : undefined} className="min-w-0 flex-1 py-1 wrap-anywhere">
        {title}
      </p>
      {action && (
        <button
          type="button"
          onClick={() => end(act)}
          className="rounded-sm px-3 py-1.5 font-medium whitespace-nowrap text-primary-ink transition-colors hover:bg-primary-soft pointer-coarse:py-2.5"
        >
          {action.label}
        </button>
      )}
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
