'use client';

import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { KeyCaps } from './key-caps';
import { places, shortcut, shortcutIds, type Place, type ShortcutId } from './table';

const titles: Record<Place, string> = {
  everywhere: 'Everywhere',
  list: 'In a list',
  task: 'In a task',
};

function Line({ id }: { id: ShortcutId }) {
  const { words, keys } = shortcut(id);
  return (
    <div className="flex min-h-8 items-center justify-between gap-4">
      <dt>{words}</dt>
      <dd className="flex shrink-0 items-center gap-1.5 text-muted">
        {keys.slice(0, 2).map((one, at) => (
          <span key={one} className="inline-flex items-center gap-1.5">
            {at > 0 && <span className="text-xs">or</span>}
            <KeyCaps keys={one} />
          </span>
        ))}
      </dd>
    </div>
  );
}

function Group({ place }: { place: Place }) {
  return (
    <section className="mb-5 break-inside-avoid-column last:mb-0">
      <h3 className="mb-1 text-sm font-semibold text-muted">{titles[place]}</h3>
      <dl>
        {shortcutIds
          .filter((id) => shortcut(id).where === place)
          .map((id) => (
            <Line key={id} id={id} />
          ))}
      </dl>
    </section>
  );
}

/** All shortcuts at a glance, from the table. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 animate-fade bg-veil" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-0 bottom-0 z-50 flex max-h-[85dvh] animate-sheet-up flex-col rounded-t-xl bg-raised pb-[env(safe-area-inset-bottom)] shadow-float outline-none md:inset-0 md:m-auto md:h-fit md:w-[min(90vw,720px)] md:animate-rise md:rounded-xl md:border md:border-hairline"
        >
          <header className="flex items-center justify-between border-b border-hairline py-2 pr-2 pl-5">
            <Dialog.Title className="text-md font-semibold tracking-tight">
              Keyboard shortcuts
            </Dialog.Title>
            <Dialog.Close
              aria-label="Close"
              className="grid size-10 place-items-center rounded-lg text-muted transition-colors hover:bg-hover hover:text-ink pointer-coarse:size-12"
            >
              <X aria-hidden size={18} />
            </Dialog.Close>
          </header>
          <div
            role="group"
            aria-label="Shortcuts"
            tabIndex={0}
            className="overflow-y-auto p-5 -outline-offset-2 md:columns-2 md:gap-10"
          >
            {places.map((place) => (
              <Group key={place} place={place} />
            ))}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
