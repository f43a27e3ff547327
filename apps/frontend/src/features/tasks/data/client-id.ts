import { newId } from './new-id';

let id: string | undefined;

/** How this tab names itself to the server and to other tabs; new with every load. */
export const thisClient = (): string => (id ??= newId());
