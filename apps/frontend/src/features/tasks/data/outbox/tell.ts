import { notify } from '@/components/toast/notices';
import { errorMessage } from '@/lib/error-message';
import type { Change, Operation } from '../operation';
import type { Delivery } from './deliver';
import { outbox } from './outbox';

const quoted = (changes: readonly Change[]) =>
  changes.length === 1 ? `“${changes[0]?.seen.title}”` : `${changes.length} tasks`;

const retry = (label: string, operation: Operation) => ({
  label,
  run: () => outbox.add(operation),
});

/** Says what could not be done as it was asked, and offers what can be done about it. */
export function tellDelivery({ conflicts, gone }: Delivery): void {
  if (gone.length > 0) {
    const verb = gone.length === 1 ? 'does' : 'do';
    notify({ title: `${quoted(gone)} ${verb} not exist any more.`, danger: true });
  }
  if (conflicts.length > 0) {
    const [was, yours] =
      conflicts.length === 1 ? ['was', 'your change was'] : ['were', 'your changes were'];
    notify({
      title: `${quoted(conflicts)} ${was} changed in another place, so ${yours} not saved.`,
      danger: true,
      action: retry('Save mine', { kind: 'change', changes: conflicts }),
    });
  }
}

const failed = (operation: Operation): string => {
  switch (operation.kind) {
    case 'create':
      return `“${operation.task.title}” was not added.`;
    case 'change':
      return `${quoted(operation.changes)} ${operation.changes.length === 1 ? 'was' : 'were'} not saved.`;
    case 'move':
      return `“${operation.seen.title}” was not moved.`;
    case 'purge':
      return `“${operation.seen.title}” was not deleted.`;
    case 'empty':
      return 'The trash was not emptied.';
  }
};

/** Says that the server refused, and why. */
export function tellFailure(operation: Operation, error: unknown): void {
  notify({
    title: `${failed(operation)} ${errorMessage(error)}`,
    danger: true,
    action: retry('Try again', operation),
  });
}
