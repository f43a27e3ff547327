/** A body that goes on until its source ends or the signal is aborted, which ends it in order. */
export function untilAborted(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const done = new AbortController();
  const through = new TransformStream<Uint8Array, Uint8Array>({
    start(controller) {
      const end = () => controller.terminate();
      if (signal.aborted) end();
      else signal.addEventListener('abort', end, { once: true, signal: done.signal });
    },
  });
  // The source hears of either end, and then nobody waits for the signal any more.
  body.pipeTo(through.writable).then(
    () => done.abort(),
    () => done.abort(),
  );
  return through.readable;
}
