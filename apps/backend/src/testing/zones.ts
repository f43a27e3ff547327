/** Eleven hours behind UTC, none, five and a half and fourteen ahead. */
export const zones = ['Pacific/Pago_Pago', 'UTC', 'Asia/Kolkata', 'Pacific/Kiritimati'];

/** Does something as it is done where the process runs in another zone. */
export async function inZone<T>(zone: string, run: () => T | Promise<T>): Promise<T> {
  const own = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return await run();
  } finally {
    if (own === undefined) delete process.env['TZ'];
    else process.env['TZ'] = own;
  }
}
