// In a file of its own: the pages send it, and must not load the schemas for that.

/** The header by which a client names itself, and then recognises its own changes. */
export const clientHeader = 'x-client-id';
