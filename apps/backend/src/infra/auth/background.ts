/** Work that nobody waits for; an answer that waited for it would tell how much there was to do. */
export interface Background {
  run(task: () => Promise<unknown>): void;
  /** When all that was begun has ended. */
  settled(): Promise<void>;
}

/** Runs work after the present answer, and reports what fails. */
export function createBackground(onError: (error: unknown) => void): Background {
  const running = new Set<Promise<unknown>>();
  return {
    run(task) {
      const work = new Promise((resolve) => setImmediate(resolve))
        .then(task)
        .catch(onError)
        .finally(() => running.delete(work));
      running.add(work);
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
