/** The files in which a process begins; all that belongs to a start is reached from them at once. */
export const entries = ['main', 'serve', 'migrate', 'healthcheck'];
