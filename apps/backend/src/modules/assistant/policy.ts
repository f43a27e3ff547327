/** Changes of one task that its owner can take back by one click. */
const light = new Set(['add_task', 'update_task', 'complete_task', 'restore_task']);

/** What is known when the assistant wants to change something. */
export interface Circumstances {
  /** Rules do what the person typed; a model can be talked into something. */
  builtIn: boolean;
  /** Whoever answers has seen text of tasks, which may hold instructions of somebody else. */
  hasReadTasks: boolean;
}

/**
 * Whether a change waits for its person. Deletions and changes of several tasks always do, and so
 * does whatever a model wants after it has read text that it may have taken for an instruction.
 */
export function waitsForPerson(tool: string, { builtIn, hasReadTasks }: Circumstances): boolean {
  return !light.has(tool) || (!builtIn && hasReadTasks);
}
