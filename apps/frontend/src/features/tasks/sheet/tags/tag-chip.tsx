import { X } from 'lucide-react';

/** A tag of a task, and the way to take it off. */
export function TagChip({ name, onRemove }: { name: string; onRemove: () => void }) {
  return (
    <li className="inline-flex h-7 max-w-full items-center rounded-sm bg-primary-soft pl-2 text-sm text-primary-ink pointer-coarse:h-9">
      <span className="truncate">#{name}</span>
      <button
        type="button"
        aria-label={`Remove the tag ${name}`}
        onClick={onRemove}
        className="ml-0.5 grid size-6 shrink-0 place-items-center rounded-sm -outline-offset-2 hover:bg-primary-soft-strong pointer-coarse:size-9"
      >
        <X aria-hidden size={12} />
      </button>
    </li>
  );
}
