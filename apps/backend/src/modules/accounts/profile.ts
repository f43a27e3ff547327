import { displayName } from '@todo-chatbot/shared';
import { AppError } from '../app-error.ts';

/** Takes a profile as a person wrote it, refuses what may not be stored, tidies the rest. */
export function checkedProfile<P extends { name?: string | undefined }>(profile: P): P {
  if (profile.name === undefined) return profile;
  const name = displayName.safeParse(profile.name);
  if (name.success) return { ...profile, name: name.data };
  const message = name.error.issues[0]?.message ?? 'is not a name';
  throw new AppError('invalid_request', `The name ${message}.`, {
    faults: [{ field: 'name', message }],
  });
}
