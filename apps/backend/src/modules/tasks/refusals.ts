import { AppError } from '../app-error.ts';

export const noSuchTask = () => new AppError('not_found', 'There is no such task.');

export const stale = () =>
  new AppError(
    'stale_version',
    'The task was changed in the meantime. Read it again, then repeat your change.',
  );

export const inTrash = () =>
  new AppError('invalid_request', 'The task is in the trash. Restore it first.', {
    faults: [{ field: 'deleted', message: 'must be false to change a task in the trash' }],
  });

/** A refusal of one field of the request. */
export const faulty = (field: string, message: string) =>
  new AppError('invalid_request', `The field ${field} ${message}.`, {
    faults: [{ field, message }],
  });
