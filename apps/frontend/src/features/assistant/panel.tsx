'use client';

import { Dialog } from 'radix-ui';
import { useFocusBack } from '@/components/focus-back';
import { Chat } from './chat';
import { showAssistant } from './open';
import { useDocked } from './use-docked';

const close = () => showAssistant(false);

/** The assistant in a sheet: over the tasks, on a phone from below. */
function Sheet() {
  const focusBack = useFocusBack();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 animate-fade bg-veil" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={focusBack}
          onEscapeKeyDown={(event) =>
            event.target instanceof HTMLElement &&
            event.target.dataset.ownEscape !== undefined &&
            event.preventDefault()
          }
          className="fixed inset-x-0 bottom-0 z-40 flex h-[min(92dvh,820px)] animate-sheet-up flex-col rounded-t-xl bg-raised pb-[env(safe-area-inset-bottom)] shadow-float outline-none md:inset-y-2 md:right-2 md:left-auto md:h-auto md:w-95 md:animate-sheet md:rounded-xl md:border md:border-hairline"
        >
          <Dialog.Title className="sr-only">Assistant</Dialog.Title>
          <Chat onClose={close} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The assistant beside the tasks where there is room, else over them. */
export function Panel() {
  const docked = useDocked();
  if (!docked) return <Sheet />;
  return (
    <aside
      aria-label="Assistant"
      className="fixed inset-y-0 right-0 z-10 flex w-95 animate-fade flex-col border-l border-hairline bg-surface"
    >
      <Chat onClose={close} />
    </aside>
  );
}
